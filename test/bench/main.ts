import process, { argv, exit } from 'node:process'
import { writeFile } from 'node:fs/promises'
import { type Measurement, table } from './measurement.ts'
import { measureCheckVars } from './check-vars.ts'
import { measureConverge } from './converge.ts'
import { measureGenerate } from './generate.ts'
import { measureImport } from './import.ts'
import { measureOperations } from './operations.ts'
import { measureRecipes } from './recipes.ts'
import { measureRegister } from './register.ts'
import { measureDirectly } from './register-directly.ts'
import { measureValidate } from './validate.ts'
import { stopwatch } from '../support/stopwatch.ts'

const measures = {
  validate: measureValidate,
  'check-vars': measureCheckVars,
  import: measureImport,
  generate: measureGenerate,
  recipes: measureRecipes,
  register: measureRegister,
  directly: measureDirectly,
  operations: measureOperations,
  converge: measureConverge,
}

/** Ratios against a reference that is measured in the same run; words name what to measure, `--json FILE` keeps the figures. */
async function main(words: string[]): Promise<void> {
  const say = stopwatch((line) => process.stderr.write(`${line}\n`))
  const json = words.indexOf('--json')
  const names = words.filter((_, index) => json < 0 || index < json || index > json + 1)
  const unknown = names.filter((name) => !(name in measures))
  if (unknown.length > 0)
    throw new Error(`No bench is called ${unknown.join(', ')}: ${Object.keys(measures).join(', ')}.`)
  const named = names as (keyof typeof measures)[]
  const measurements: Measurement[] = []
  for (const name of named.length ? named : (Object.keys(measures) as (keyof typeof measures)[])) {
    say(`Measuring ${name}`)
    measurements.push(...(await measures[name](say)))
  }
  say('Done')
  console.log(table(measurements))
  if (json >= 0) await writeFile(words[json + 1] ?? 'bench.json', `${JSON.stringify(measurements, null, 2)}\n`)
}

await main(argv.slice(2))
exit(0)
