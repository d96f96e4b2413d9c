import { createTwoFilesPatch } from 'diff'
import { maskSecrets } from '../errors/mask.ts'
import { colour } from '../errors/colour.ts'
import type { Change } from './compare.ts'

/** A unified diff of what a change does to a file; what may be a secret in it is masked. */
export function diffOf({ path, before, file }: Change): string {
  const lines = createTwoFilesPatch(
    `a/${path}`,
    `b/${path}`,
    maskSecrets(before?.toString() ?? ''),
    maskSecrets(file?.content ?? ''),
    undefined,
    undefined,
    { context: 3 },
  )
    .split('\n')
    .filter((line) => !line.startsWith('====='))
  return lines.map((line) => paint(line.replace(/^((?:---|\+\+\+) [^\t]*)\t.*$/, '$1'))).join('\n')
}

function paint(line: string): string {
  if (line.startsWith('+')) return colour.green(line)
  if (line.startsWith('-')) return colour.red(line)
  return line.startsWith('@@') ? colour.cyan(line) : line
}
