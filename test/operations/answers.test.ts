import { join } from 'node:path'
import { execa } from 'execa'

const directory = join(import.meta.dirname, 'answers')

/** A suite in Python, in the process of the programs that it asks; what went wrong, as it tells it. */
async function wrongIn(suite: string, env: Record<string, string> = {}): Promise<unknown> {
  const { stdout } = await execa('python3', ['-B', join(directory, `${suite}.py`)], { env })
  return JSON.parse(stdout)
}

it('reads no success from an answer that is none', async () => {
  expect(await wrongIn('odd')).toEqual([])
})

it('says of a change whose answer got lost whether it was done', async () => {
  expect(await wrongIn('lost')).toEqual([])
})

it('leaves whoever acts their way in, and erases nothing unconfirmed', async () => {
  expect(await wrongIn('protected')).toEqual([])
})
