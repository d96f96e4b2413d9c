import { execFileSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { basename, join } from 'node:path'
import { makeDirectory } from './directory.ts'

const tools = makeDirectory()
const find = 'command -v flock || command -v perl' // what the lock of a workspace needs
const tool = execFileSync('sh', ['-c', find], { encoding: 'utf8' }).trim()
symlinkSync(tool, join(tools, basename(tool)))

/** The environment of a machine that has no Ansible. */
export const withoutAnsible = { PATH: tools }
