import { execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { jest } from '@jest/globals'
import { AppError } from '../../generator/errors/app-error.ts'
import type { RenderedFile } from '../../generator/render/rendered-file.ts'
import { cleanWorkspace } from '../../generator/write/clean.ts'
import type { Change } from '../../generator/write/compare.ts'
import { withLock } from '../../generator/write/lock.ts'
import { sha256 } from '../../generator/write/manifest.ts'
import { writeFiles } from '../../generator/write/write-files.ts'
import { bundled } from '../support/bundled.ts'
import { makeDirectory, readTree, removeDirectories } from '../support/directory.ts'
import { isExhaustive } from '../support/exhaustive.ts'

jest.setTimeout(120_000)
afterAll(removeDirectories)

const version = '1.2.3'

function file(path: string, content: string, fallbackPath?: string): RenderedFile {
  return { path, content, mode: 0o644, ...(fallbackPath ? { fallbackPath } : {}) }
}

function actions(changes: Change[]): Record<string, string> {
  return Object.fromEntries(changes.map(({ path, action }) => [path, action]))
}

function withoutManifest(root: string): Record<string, string> {
  return Object.fromEntries(Object.entries(readTree(root)).filter(([path]) => !path.startsWith('.registrar/')))
}

const write = (root: string, files: RenderedFile[], options = {}) =>
  actions(writeFiles(files, root, { version, ...options }))

describe('writeFiles', () => {
  it('creates, then has nothing to do, then updates what changed', () => {
    const root = makeDirectory()
    expect(write(root, [file('a', '1'), file('b/c', '2')])).toEqual({ a: 'create', 'b/c': 'create' })
    expect(write(root, [file('a', '1'), file('b/c', '2')])).toEqual({ a: 'unchanged', 'b/c': 'unchanged' })
    expect(write(root, [file('a', '1'), file('b/c', '3')])).toEqual({ a: 'unchanged', 'b/c': 'update' })
    expect(withoutManifest(root)).toEqual({ a: '1', 'b/c': '3' })
  })

  it('gives each file the mode that it was rendered with, whatever the umask would allow', () => {
    const root = makeDirectory()
    const modes = { a: 0o644, b: 0o755 } as const
    const before = process.umask(0o002)
    try {
      writeFiles(
        Object.entries(modes).map(([path, mode]) => ({ path, content: path, mode })),
        root,
        { version },
      )
    } finally {
      process.umask(before)
    }
    const found = Object.keys(modes).map((path) => [path, statSync(join(root, path)).mode & 0o777])
    expect(Object.fromEntries(found)).toEqual(modes)
  })

  it('lists its files in the order of their names, whatever order they came in', () => {
    const [one, other] = [
      ['b', 'a/c', 'C', 'a'.repeat(3)],
      ['aaa', 'C', 'b', 'a/c'],
    ].map((paths) => {
      const root = makeDirectory()
      write(
        root,
        paths.map((path) => file(path, '1')),
      )
      return readFileSync(join(root, '.registrar/manifest.json'), 'utf8')
    })
    expect(one).toBe(other)
    expect([...(one ?? '').matchAll(/"([^"]+)": \{\n +"sha256"/g)].map(([, path]) => path)).toEqual([
      'C',
      'a/c',
      'aaa',
      'b',
    ])
  })

  it('goes on after a run that was killed while it replaced files, and takes neither content for an edit', () => {
    for (const [name, content] of Object.entries({ old: '1', new: '2', edited: 'mine' })) {
      const root = makeDirectory()
      write(root, [file('a', '1')])
      const path = join(root, '.registrar/manifest.json')
      const manifest = JSON.parse(readFileSync(path, 'utf8')) as { files: Record<string, object> }
      manifest.files['a'] = { sha256: sha256('2'), previous: sha256('1') }
      writeFileSync(path, JSON.stringify(manifest))
      writeFileSync(join(root, 'a'), content)
      expect({ [name]: write(root, [file('a', '3')]) }).toEqual({
        [name]: { a: name === 'edited' ? 'edited' : 'update' },
      })
    }
  })

  it('puts a new file in the place of the old one, which whoever reads it keeps whole', () => {
    const root = makeDirectory()
    write(root, [file('a', 'the old content')])
    const reader = openSync(join(root, 'a'), 'r')
    write(root, [file('a', 'new')])
    expect(readFileSync(reader, 'utf8')).toBe('the old content')
    closeSync(reader)
  })

  it('never changes a file that is not ours, --force included', () => {
    const root = makeDirectory({ a: 'theirs' })
    expect(write(root, [file('a', 'ours')])).toEqual({ a: 'foreign' })
    expect(write(root, [file('a', 'ours')], { force: true })).toEqual({ a: 'foreign' })
    expect(withoutManifest(root)).toEqual({ a: 'theirs' })
  })

  it("writes beside the operator's file where there is a place beside it", () => {
    const root = makeDirectory({ 'h/vars.yml': 'theirs' })
    expect(write(root, [file('h/vars.yml', 'ours', 'h/matrix_registrar.yml')])).toEqual({
      'h/matrix_registrar.yml': 'create',
    })
    expect(withoutManifest(root)).toEqual({ 'h/vars.yml': 'theirs', 'h/matrix_registrar.yml': 'ours' })
  })

  it('reports a file that was edited by hand and leaves it, or keeps a copy of each when forced', () => {
    const root = makeDirectory()
    write(root, [file('a', '1')])
    for (const edit of ['mine', 'mine again']) {
      writeFileSync(join(root, 'a'), edit)
      expect(write(root, [file('a', '2')])).toEqual({ a: 'edited' })
      expect(readFileSync(join(root, 'a'), 'utf8')).toBe(edit)
      expect(write(root, [file('a', '2')], { force: true })).toEqual({ a: 'replace' })
    }
    expect(withoutManifest(root)).toEqual({
      a: '2',
      'a.before-registrar': 'mine',
      'a.before-registrar.1': 'mine again',
    })
  })

  it('removes an orphan only when it is as we wrote it', () => {
    const root = makeDirectory()
    write(root, [file('d/a', '1'), file('d/b', '2')])
    writeFileSync(join(root, 'd/b'), 'mine')
    expect(write(root, [])).toEqual({ 'd/a': 'remove', 'd/b': 'edited-orphan' })
    expect(withoutManifest(root)).toEqual({ 'd/b': 'mine' })
  })

  it('takes a file as its own that holds what it would write', () => {
    const root = makeDirectory({ a: '1' })
    expect(write(root, [file('a', '1')])).toEqual({ a: 'adopt' })
    expect(write(root, [file('a', '2')])).toEqual({ a: 'update' })
  })

  it('writes nothing on a dry run', () => {
    const root = makeDirectory()
    expect(write(root, [file('a', '1')], { dryRun: true })).toEqual({ a: 'create' })
    expect(readTree(root)).toEqual({})
  })

  const refusals: [string, string, (root: string) => RenderedFile[]][] = [
    ['two hosts that claim one path', 'Two hosts would write', () => [file('h/A', '1'), file('h/a', '2')]],
    [
      'a symbolic link in the place of a directory',
      'is a symbolic link',
      (root) => {
        mkdirSync(join(root, 'elsewhere'))
        symlinkSync('elsewhere', join(root, 'inventory'))
        return [file('inventory/hosts', '1')]
      },
    ],
    [
      'a link far above the file',
      'is a symbolic link',
      (root) => {
        symlinkSync('/tmp', join(root, 'a'))
        return [file('a/b/c/d', '1')]
      },
    ],
    [
      'a file that is a symbolic link to the outside',
      'leads outside',
      (root) => {
        symlinkSync('/etc/hostname', join(root, 'a'))
        return [file('a', '1')]
      },
    ],
    [
      'a file that is a link to itself',
      'form a loop',
      (root) => {
        symlinkSync('a', join(root, 'a'))
        return [file('a', '1')]
      },
    ],
    [
      'a link that leads nowhere',
      'no such file',
      (root) => {
        symlinkSync('nowhere', join(root, 'a'))
        return [file('a', '1')]
      },
    ],
    [
      'a pipe in the place of a file',
      'is a pipe',
      (root) => {
        execFileSync('mkfifo', [join(root, 'a')])
        return [file('a', '1')]
      },
    ],
    [
      'a file larger than any of ours',
      'is larger than 64 MiB',
      (root) => {
        truncateSync(writeAt(join(root, 'a'), ''), 2 ** 26 + 1)
        return [file('a', '1')]
      },
    ],
    [
      'a directory in the place of a file',
      'is a directory',
      (root) => {
        mkdirSync(join(root, 'a'))
        return [file('a', '1')]
      },
    ],
    [
      'a file in the place of a directory',
      'is a file; a directory belongs there',
      (root) => {
        writeFileSync(join(root, 'a'), '')
        return [file('a/b', '1')]
      },
    ],
    [
      'a workspace of a newer version',
      'was made by registrar 2.0.0',
      (root) => {
        writeFiles([file('a', '1')], root, { version: '2.0.0' })
        return [file('a', '2')]
      },
    ],
    [
      'a manifest that is broken',
      'is not a manifest that registrar wrote',
      (root) => {
        mkdirSync(join(root, '.registrar'))
        writeFileSync(
          join(root, '.registrar/manifest.json'),
          '{"manifest_version":1,"rendered_by":"1.0.0","files":{"../x":{"sha256":""}}}',
        )
        return [file('a', '2')]
      },
    ],
  ]

  it.each(refusals)('refuses %s, and writes nothing', (_what, message, prepare) => {
    const root = makeDirectory()
    const files = prepare(root)
    const before = readTree(root)
    expect(() => write(root, files)).toThrow(message)
    expect(readTree(root)).toEqual(before)
  })

  const links = ['.registrar', '.registrar/tmp', '.registrar/manifest.json', '.registrar/tmp/0']

  it.each(links)('touches nothing behind %s when that is a symbolic link', (link) => {
    for (const kind of ['directory', 'file'] as const) {
      const root = makeDirectory()
      const victim = makeDirectory({ 'tmp/0': 'mine', '0': 'mine', 'manifest.json': 'mine' })
      mkdirSync(dirname(join(root, link)), { recursive: true })
      symlinkSync(kind === 'directory' ? victim : join(victim, 'manifest.json'), join(root, link))
      for (const work of [() => write(root, [file('a', '1')]), () => cleanWorkspace(root, { version })]) {
        try {
          work()
        } catch (error) {
          expect(error).toBeInstanceOf(AppError)
        }
      }
      expect(readTree(victim)).toEqual({ 'tmp/0': 'mine', '0': 'mine', 'manifest.json': 'mine' })
    }
  })

  it('removes no directory that it did not fill', () => {
    const root = makeDirectory({ '.registrar/tmp/mine': 'x', '.registrar/tmp/deep/0': 'x' })
    write(root, [file('a', '1')])
    cleanWorkspace(root, { version })
    expect(readTree(root)).toEqual({ '.registrar/tmp/mine': 'x', '.registrar/tmp/deep/0': 'x' })
  })

  it('waits for nobody: another one that writes gets an error, and so does one in another container', () => {
    const root = makeDirectory()
    withLock(root, () => {
      const script = `import { withLock } from './generator/write/lock.ts'
        try { withLock(${JSON.stringify(root)}, () => 0) } catch (error) { process.stdout.write(error.message) }`
      expect(runScript(script)).toBe(`Another registrar is writing to ${root}.`)
    })
    expect(write(root, [file('a', '1')])).toEqual({ a: 'create' })
    expect(readdirSync(root)).toEqual(['.registrar', 'a'])
  })

  it('is not held up by what an older version left, whatever process has its number now', () => {
    const root = makeDirectory({ '.registrar/lock': '1' })
    expect(write(root, [file('a', '1')])).toEqual({ a: 'create' })
  })

  it('keeps a copy byte for byte, with its mode, when it is forced to replace a file', () => {
    const root = makeDirectory()
    write(root, [file('a', '1')])
    const bytes = Buffer.from([0xff, 0xfe, 0x0d, 0x0a, 0x00, 0xc3])
    writeFileSync(join(root, 'a'), bytes)
    chmodSync(join(root, 'a'), 0o600)
    expect(write(root, [file('a', '2')], { force: true })).toEqual({ a: 'replace' })
    expect(readFileSync(join(root, 'a.before-registrar'))).toEqual(bytes)
    expect(statSync(join(root, 'a.before-registrar')).mode & 0o777).toBe(0o600)
  })

  it('keeps the mode that the operator gave a file', () => {
    const root = makeDirectory()
    write(root, [file('a', '1')])
    chmodSync(join(root, 'a'), 0o640)
    write(root, [file('a', '2')])
    expect(statSync(join(root, 'a')).mode & 0o777).toBe(0o640)
  })

  it.each(['/proc/nowhere', '/proc/self/nowhere/deep', '/dev/null/deep'])('says that %s cannot be written', (root) => {
    expect(() => write(root, [file('a', '1')])).toThrow(AppError)
  })

  it('changes nothing on a full disk, and says so', () => {
    const root = makeDirectory()
    mount(root, 'size=64k')
    try {
      write(root, [file('a', '1')])
      const files = [file('a', '2'), ...Array.from({ length: 30 }, (_, index) => file(`f${index}`, 'x'.repeat(4000)))]
      expect(() => write(root, files)).toThrow('the disk is full')
      expect(withoutManifest(root)).toEqual({ a: '1' })
      expect(write(root, [file('a', '2')])).toEqual({ a: 'update' })
    } finally {
      execFileSync('umount', [root])
    }
  })

  it('says that a directory cannot be written', () => {
    const root = makeDirectory()
    mount(root, 'ro')
    try {
      expect(() => write(root, [file('a', '1')])).toThrow('the file system is read-only')
    } finally {
      execFileSync('umount', [root])
    }
  })

  it('takes away what a run left that was killed when all was written', () => {
    const root = makeDirectory()
    write(root, [file('a', '1')])
    mkdirSync(join(root, '.registrar/tmp'))
    expect(write(root, [file('a', '1')])).toEqual({ a: 'unchanged' })
    expect(existsSync(join(root, '.registrar/tmp'))).toBe(false)
  })

  it('leaves whole files behind after kill -9, and a second run completes', async () => {
    const root = makeDirectory()
    const files = (content: string) =>
      Array.from({ length: 400 }, (_, index) => file(`d${index % 20}/f${index}`, content.repeat(50)))
    write(root, files('old\n'))
    const writeMany = bundled("import './test/write/write-many.ts'")
    const rounds = isExhaustive ? 8 : 4 // each is killed later than the one before
    for (let round = 0; round < rounds; round += 1) {
      const content = `new${round}\n`
      await killWhileWriting(writeMany, root, content, 40 + (round * 200) / rounds)
      const whole = new Set(
        ['old\n', ...Array.from({ length: round + 1 }, (_, index) => `new${index}\n`)].map((text) => text.repeat(50)),
      )
      for (const text of Object.values(withoutManifest(root))) expect(whole.has(text)).toBe(true)
      const changes = new Set(Object.values(write(root, files(content))))
      expect([...changes].filter((action) => !['create', 'update', 'unchanged', 'adopt'].includes(action))).toEqual([])
      expect(new Set(Object.values(write(root, files(content))))).toEqual(new Set(['unchanged']))
      expect(existsSync(join(root, '.registrar/tmp'))).toBe(false)
    }
  })
})

describe('cleanWorkspace', () => {
  it('takes away what is ours and leaves the rest', () => {
    const root = makeDirectory({ 'inventory/mine': 'x' })
    write(root, [file('inventory/hosts', '1'), file('roles/r/tasks', '2')])
    expect(cleanWorkspace(root, { version })).toEqual({ removed: ['inventory/hosts', 'roles/r/tasks'], left: [] })
    expect(readTree(root)).toEqual({ 'inventory/mine': 'x' })
    expect(existsSync(join(root, 'roles'))).toBe(false)
  })

  it('leaves what was edited by hand, and still knows that it was ours', () => {
    const root = makeDirectory()
    write(root, [file('a', '1')])
    writeFileSync(join(root, 'a'), 'mine')
    expect(cleanWorkspace(root, { version })).toEqual({ removed: [], left: ['a'] })
    rmSync(join(root, 'a'))
    expect(cleanWorkspace(root, { version })).toEqual({ removed: [], left: [] })
    expect(readTree(root)).toEqual({})
  })
})

function mount(root: string, options: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', root])
}

function writeAt(path: string, text: string): string {
  writeFileSync(path, text)
  return path
}

function runScript(script: string): string {
  return execFileSync(process.execPath, [bundled(script)], { encoding: 'utf8' })
}

function killWhileWriting(writeMany: string, root: string, content: string, milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, [writeMany, root, content], { stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve) => {
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), milliseconds))
    child.once('exit', () => resolve())
  })
}
