import { createTwoFilesPatch } from 'diff'
import pc from 'picocolors'
import type { Change } from './compare.ts'

/** A unified diff of what a change does to a file. */
export function diffOf({ path, before = '', file }: Change): string {
  const lines = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, file?.content ?? '', undefined, undefined, { context: 3 }).split('\n').filter((line) => !line.startsWith('====='))
  return lines.map((line) => colour(line.replace(/^((?:---|\+\+\+) [^\t]*)\t.*$/, '$1'))).join('\n')
}

function colour(line: string): string {
  if (line.startsWith('+')) return pc.green(line)
  if (line.startsWith('-')) return pc.red(line)
  return line.startsWith('@@') ? pc.cyan(line) : line
}
