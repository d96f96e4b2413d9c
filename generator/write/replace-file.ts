import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'

/** A file's text, whole or not at all: written beside it, then renamed. Its mode stays. */
export function replaceFile(file: string, text: string): void {
  const beside = `${file}.registrar-${process.pid}`
  try {
    writeFileSync(beside, text, { mode: existsSync(file) ? statSync(file).mode & 0o777 : 0o644, flag: 'wx' })
    renameSync(beside, file)
  } finally {
    rmSync(beside, { force: true })
  }
}
