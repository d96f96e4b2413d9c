import { chmodSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { env } from 'node:process'
import { lookAtTools } from '../../generator/commands/tools-here.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

const path = env['PATH']
afterEach(() => {
  env['PATH'] = path
})
afterAll(removeDirectories)

/** The findings on just where the PATH has these files. */
async function findingsOfJust(files: Record<string, string>, link?: string): Promise<string[]> {
  const directory = makeDirectory({
    ...files,
    'ansible-playbook': '#!/bin/sh\necho "ansible-playbook [core 2.18.1]"\n',
  })
  for (const name of [...Object.keys(files), 'ansible-playbook']) chmodSync(join(directory, name), 0o755)
  if (link) symlinkSync(join(directory, link), join(directory, 'just'))
  mkdirSync(join(directory, 'first/just'), { recursive: true }) // no program
  env['PATH'] = [join(directory, 'first'), directory, '/usr/bin', '/bin'].join(':')
  return (await lookAtTools()).map(({ state, detail }) => `${state}: ${detail}`)
}

const real = '#!/bin/sh\necho just 1.59.0\n'

it('is content with the program itself', async () => {
  expect(await findingsOfJust({ just: real })).toEqual(['good: ansible-core 2.18.1', 'good: just 1.59.0'])
})

it.each(['#!/usr/bin/env node\n', '#!/usr/bin/node\n', '#!/usr/bin/env -S node --no-warnings\n'])(
  "warns of npm's wrapper, also behind a link: %j",
  async (first) => {
    const printed = await findingsOfJust({ 'run.js': `${first}console.log('just 1.59.0')\n` }, 'run.js')
    expect(printed).toEqual([
      'good: ansible-core 2.18.1',
      expect.stringMatching(/just/),
      "warning: just is npm's rust-just, which changes numbers: the password 2026.10 becomes 2026.1",
    ])
  },
)
