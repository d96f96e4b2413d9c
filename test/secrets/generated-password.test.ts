import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { passwordInFile } from '../../generator/secrets/generated-password.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

it('makes a password, and keeps it where only its owner reads it and git does not look', async () => {
  const directory = join(makeDirectory(), 'passwords')
  const password = (await passwordInFile(join(directory, 'john'))).reveal()
  expect(password).toMatch(/^[A-Za-z0-9]{24}$/)
  expect(readFileSync(join(directory, 'john'), 'utf8')).toBe(`${password}\n`)
  expect(statSync(join(directory, 'john')).mode & 0o777).toBe(0o600)
  expect(statSync(directory).mode & 0o777).toBe(0o700)
  expect(readdirSync(directory)).toEqual(['.gitignore', 'john'])
})

it('takes the password that is there', async () => {
  const directory = makeDirectory({ john: 'given before\n' })
  expect((await passwordInFile(join(directory, 'john'))).reveal()).toBe('given before')
  expect(readdirSync(directory)).toEqual(['john'])
})

it('gives everyone the same, however many ask at once', async () => {
  const directory = makeDirectory()
  const made = await Promise.all(Array.from({ length: 20 }, () => passwordInFile(join(directory, 'john'))))
  expect(new Set(made.map((password) => password.reveal())).size).toBe(1)
  expect(readdirSync(directory)).toEqual(['john'])
})

it('says why it cannot, and never overwrites', async () => {
  const directory = makeDirectory({ empty: '' })
  await expect(passwordInFile(join(directory, 'empty'))).rejects.toMatchObject({
    code: 'password-file',
    message: expect.stringContaining('is empty'),
  })
  writeFileSync(join(directory, 'file'), 'x')
  await expect(passwordInFile(join(directory, 'file/john'))).rejects.toMatchObject({ code: 'password-file' })
})
