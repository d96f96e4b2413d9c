import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { serviceStates } from '../../generator/authorities/service-states.ts'
import { readRoleFile } from '../../generator/render/role-files.ts'
import { makeDirectory } from '../support/directory.ts'

const script = readRoleFile('files/start_service.sh')

/** A systemctl that shows $UNIT, notes what it is asked for, and eats its input. */
const systemctl = `#!/bin/sh
echo "$*" >>"$ASKED"
cat
case $1 in
show) echo "a warning" >&2; printf '%b' "$UNIT" ;;
start) echo starting; [ -z "$REASON" ] || { echo "$REASON" >&2; exit 1; } ;;
esac
`
const directory = makeDirectory({ 'path/systemctl': systemctl })
chmodSync(join(directory, 'path/systemctl'), 0o755)

/** What it says of a unit, and which of the verbs of systemctl it used. */
function run(unit: string, { shell = 'sh', words = [] as string[], reason = '' } = {}) {
  const asked = join(directory, 'asked')
  rmSync(asked, { force: true })
  const PATH = `${join(directory, 'path')}:${process.env['PATH']}`
  const { stdout, stderr } = spawnSync(shell, ['-s', '--', 'a.service', ...words], {
    input: script,
    encoding: 'utf8',
    env: { PATH, ASKED: asked, UNIT: unit, REASON: reason },
  })
  return { stdout, stderr, asked: readFileSync(asked, 'utf8').split('\n').slice(0, -1) }
}

const loaded = (state: string) => `LoadState=loaded\\nActiveState=${state}\\n`
const show = 'show --property=LoadState,ActiveState -- a.service'
const start = 'start -- a.service'

it.each([
  ['active', 'running'],
  ['activating', 'running'],
  ['deactivating', 'running'],
])('leaves a service alone that is %s', (state, found) => {
  expect(run(loaded(state))).toEqual({ stdout: `service/${found}\n`, stderr: '', asked: [show] })
})

describe.each(['inactive', 'failed'])('a service that is %s', (state) => {
  it.each(['sh', 'bash'])('is started by %s', (shell) => {
    expect(run(loaded(state), { shell })).toEqual({
      stdout: 'starting\nservice/started\n',
      stderr: '',
      asked: [show, start],
    })
  })

  it('is not started for a prediction', () => {
    expect(run(loaded(state), { words: ['check'] })).toEqual({
      stdout: 'service/would_start\n',
      stderr: '',
      asked: [show],
    })
  })

  it('and cannot be started has the words of systemctl', () => {
    expect(run(loaded(state), { reason: 'Unit a.service is masked.' })).toEqual({
      stdout: 'starting\nservice/failed\n',
      stderr: 'Unit a.service is masked.\n',
      asked: [show, start],
    })
  })
})

it('starts nothing that is not installed', () => {
  expect(run('LoadState=not-found\\nActiveState=inactive\\n')).toEqual({
    stdout: 'service/missing\n',
    stderr: '',
    asked: [show],
  })
})

it('says nothing where systemd does not, or where there is none', () => {
  expect(run('')).toEqual({ stdout: '', stderr: '', asked: [show] })
  const options = { input: script, encoding: 'utf8', env: { PATH: '/nonexistent' } } as const
  expect(spawnSync('/bin/sh', ['-s', '--', 'a.service'], options)).toMatchObject({ stdout: '', stderr: '' })
})

it('finds what the table explains, and nothing else', () => {
  const found = [...script.matchAll(/found=(\w+)/g)].map(([, name]) => `service/${name}`)
  expect(found.sort()).toEqual(Object.keys(serviceStates).sort())
})
