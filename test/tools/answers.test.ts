import { join } from 'node:path'
import { jest } from '@jest/globals'
import { execa } from 'execa'

jest.setTimeout(300_000)

const directory = join(import.meta.dirname, 'answers')

/** A suite in Python, in the process of the programs that it asks; what went wrong, as it tells it. */
async function wrongIn(suite: string, words: string[] = []): Promise<unknown> {
  const { stdout } = await execa('python3', ['-B', join(directory, `${suite}.py`), ...words])
  return JSON.parse(stdout)
}

it('reads no success from an answer that is none', async () => {
  expect(await wrongIn('odd')).toEqual([])
})

it("explains each error that the servers' own sources have, and no other one with its words", async () => {
  expect(await wrongIn('errors')).toEqual([])
})

it('says of a change whose answer got lost whether it was done', async () => {
  expect(await wrongIn('lost')).toEqual([])
})

it('leaves whoever acts their way in, and erases nothing unconfirmed', async () => {
  expect(await wrongIn('protected')).toEqual([])
})

it('leaves a server or a command that never comes to an end, and names the bound', async () => {
  expect(await wrongIn('endless')).toEqual([])
})

it('is not brought down by random answers', async () => {
  expect(await wrongIn('hostile', [process.env['REGISTRAR_EXHAUSTIVE'] ? '20000' : '600'])).toEqual([])
})
