import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { execa } from 'execa'
import { makeDirectory } from '../support/directory.ts'
import { operatorsVariables } from '../support/operators-variables.ts'
import { type Measurement, median, seconds } from './measurement.ts'

const program = join(import.meta.dirname, '../../dist/registrar.js')

/** `registrar import` of an operator's variables of more than 400 lines, and `registrar generate` after it. */
export async function measureImport(): Promise<Measurement[]> {
  const taken: number[] = []
  for (let round = 0; round < 7; round++) {
    const cwd = makeDirectory({ 'vars.yml': operatorsVariables() })
    const run = (...words: string[]) => execa(execPath, [program, ...words], { cwd, env: { NODE_OPTIONS: '' } })
    taken.push(await seconds(async () => void (await run('import', 'vars.yml'), await run('generate'))))
    await rm(cwd, { recursive: true })
  }
  return [
    { what: '`registrar import` of 400 lines of variables, then `generate`', ours: median(taken), unit: 's', bar: 1 },
  ]
}
