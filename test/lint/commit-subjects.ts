import { execa } from 'execa'
import { root } from '../runner/tiers.ts'

const most = 72

/** The subjects of commits that main has not, where they are longer than a line of `git log` shows. */
export async function longSubjects(): Promise<string> {
  const git = async (...words: string[]) => (await execa('git', words, { cwd: root, reject: false })).stdout
  const base = (await git('merge-base', 'HEAD', 'origin/main')) || (await git('merge-base', 'HEAD', 'main'))
  const subjects = base ? (await git('log', '--no-merges', '--format=%s', `${base}..HEAD`)).split('\n') : []
  return subjects
    .filter((subject) => subject.length > most)
    .map((subject) => `${subject.length} characters, more than ${most}: ${subject}\n`)
    .join('')
}
