import { join } from 'node:path'
import { execa } from 'execa'

it('ends when whoever asked it to watch is gone', async () => {
  const watching = execa('python3', [join(import.meta.dirname, 'watch-command-lines.py')], { input: '', reject: false })
  expect(await watching).toMatchObject({ exitCode: 1, stdout: 'watching', stderr: 'whoever asked is gone' })
})
