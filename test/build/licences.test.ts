import { bundledPackages, licencesOf } from '../../build/licences.ts'
import { makeDirectory, removeDirectories } from '../support/directory.ts'

afterAll(removeDirectories)

function manifest(name: string): string {
  return JSON.stringify({ name, version: '1.2.3', license: 'MIT' })
}

/** Esbuild's account of one output, made of these files. */
function bundleOf(...paths: string[]): Parameters<typeof bundledPackages>[0] {
  return {
    outputs: {
      'dist/x.js': {
        bytes: 0,
        imports: [],
        exports: [],
        inputs: Object.fromEntries(paths.map((path) => [path, { bytesInOutput: 1 }])),
      },
    },
  }
}

it('finds the packages that a bundle is made of, those within others too', () => {
  const paths = [
    'generator/cli.ts',
    'node_modules/a/index.js',
    'node_modules/a/more.js',
    'node_modules/@s/b/x.js',
    'node_modules/a/node_modules/b/x.js',
  ]
  expect(bundledPackages(bundleOf(...paths))).toEqual([
    'node_modules/@s/b',
    'node_modules/a',
    'node_modules/a/node_modules/b',
  ])
})

it('knows what generated code was made of', () => {
  expect(bundledPackages(bundleOf('generator/generated/validate-host.js'))).toEqual(['node_modules/ajv'])
})

it('shows each package with its licence and its notice, whatever the files are called', () => {
  const root = makeDirectory({
    'node_modules/a/package.json': manifest('a'),
    'node_modules/a/license': 'the licence of a\r\nin two lines\n',
    'node_modules/b/package.json': manifest('b'),
    'node_modules/b/LICENCE.md': 'the licence of b',
    'node_modules/b/NOTICE': 'the notice of b',
  })
  const text = licencesOf(['node_modules/a', 'node_modules/b'], root)
  expect(text).toContain('a 1.2.3 (MIT)\n\nthe licence of a\nin two lines\n')
  expect(text).toContain('b 1.2.3 (MIT)\n\nthe licence of b\n\nthe notice of b\n')
})

it('refuses a package that has none', () => {
  const root = makeDirectory({
    'node_modules/bare/package.json': manifest('bare'),
    'node_modules/bare/NOTICE': 'no licence',
  })
  expect(() => licencesOf(['node_modules/bare'], root)).toThrow('bare 1.2.3 is bundled, but has no licence file')
})
