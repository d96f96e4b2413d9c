import { readText } from './read-text.ts'

/** Where a file's templates name the directory of the inventory, which is another one once the file has moved: its lines. */
export function movedPaths(file: string): string[] {
  return readText(file)
    .split('\n')
    .flatMap((line, index) => {
      const name = /^\s*#/.test(line) ? undefined : /\b(inventory_dir|inventory_file)\b/.exec(line)?.[1]
      return name === undefined ? [] : [`${file}:${index + 1} uses ${name}`]
    })
}
