import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'
import { root } from '../runner/tiers.ts'

/** What people read as prose: pages, the schema's descriptions, and the text of templates and examples. */
const prose =
  /^(docs|schemas|templates|inventory-examples)\/.*\.(md|json|ya?ml|hbs)$|^[A-Z]+\.md$|^roles\/.*\/README\.md$/

/** Habits of this project's first texts that no native writer has, and what to write instead. */
const awkward: [RegExp, string][] = [
  [/\b(mend|mends|mended)\b/i, 'fix'],
  [/\btells?\b(?! (you|me|us|the person|people|Ansible))/i, 'report, show, list, print or say'],
  [/\b(is|are) told\b/i, 'is given, is shown, or who says it'],
  [/\bstands? (in|there|on|beside)\b/i, 'is'],
  [/\bno longer good\b/i, 'revoked, or expired'],
  [/\b(is|are) there already\b/i, 'already exists'],
  [/\bcan(not)? be had\b/i, 'is (not) possible'],
  [/\b(is|are) meant\b/i, 'is intended'],
  [/\bnobody said\b/i, 'was not given'],
  [/\bbroken off\b/i, 'interrupted'],
]

/** `npm run lint`: lines of prose with such a habit. */
export async function awkwardPhrases(): Promise<string> {
  const { stdout } = await execa('git', ['ls-files'], { cwd: root })
  const files = stdout.split('\n').filter((path) => prose.test(path))
  return files.flatMap((path) => findAwkward(path, readFileSync(join(root, path), 'utf8'))).join('')
}

/** Each as `file:line: "words": instead`. */
export function findAwkward(path: string, text: string): string[] {
  return text.split('\n').flatMap((line, index) =>
    awkward.flatMap(([pattern, instead]) => {
      const found = pattern.exec(line)
      return found ? [`${path}:${index + 1}: "${found[0]}": write "${instead}".\n`] : []
    }),
  )
}
