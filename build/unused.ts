import type { Plugin } from 'esbuild'

/** SSH servers, files over SSH, making keys, HTTP through SSH; and making directories for such files. */
const unused = /node_modules\/(ssh2\/lib\/(http-agents|keygen|server|protocol\/SFTP)|make-dir\/index)\.js$/

/** What the SSH libraries load at each start, though it is never used here, is empty in the bundle. */
export const withoutUnused: Plugin = {
  name: 'without what is never used',
  setup: ({ onLoad }) => onLoad({ filter: unused }, () => ({ contents: 'module.exports = {}' })),
}
