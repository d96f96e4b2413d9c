import { writeFiles } from '../../generator/write/write-files.ts'

/** Writes 400 files, to be killed meanwhile: write-many.ts ROOT CONTENT. */
const [root = '', content = ''] = process.argv.slice(2)
process.stdout.write('writing\n')
const files = Array.from({ length: 400 }, (_, index) => ({
  path: `d${index % 20}/f${index}`,
  content: content.repeat(50),
  mode: 0o644 as const,
}))
writeFiles(files, root, { version: '1.2.3' })
