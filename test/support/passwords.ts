import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { authorities } from '../../generator/authorities/index.ts'
import type { Homeserver } from '../../generator/authorities/names.ts'
import { withoutLineEnd } from '../../generator/secrets/line-end.ts'
import { sampled } from './exhaustive.ts'
import { evaluated, hostilePasswords, mark } from './hostile-passwords.ts'

const typed = JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/passwords.json'), 'utf8')) as {
  first: string[]
  second: string[]
}

/** Passwords that people type. */
export const ordinary = [...new Set([...typed.first, ...typed.second])].map((password) =>
  password.replaceAll('/tmp/PWN', evaluated),
)

/** 500 of up to 30 random code points of all of Unicode, always the same; no NUL, no surrogates. */
export const random = Array.from({ length: 500 }, (_, index) => randomPassword(index))

/** All but the hostile ones: those that people type as they are, and all once more with the mark of this run. */
const others = [
  ...ordinary.filter((password) => password !== ''),
  ...[...ordinary, ...random].map((password, index) => (index % 2 ? `${mark}${password}` : `${password}${mark}`)),
]

/** These go one by one, by each way. */
export const oneByOne = sampled([...hostilePasswords, ...others], hostilePasswords)

/**
 * Of these, every second one for each server, and both get those that they do not take alike: what is sent over SSH and typed
 * on the host is the same for all servers, and in bulk each gets the others.
 */
export function inTurn(kind: Homeserver): string[] {
  const own = kind === 'synapse' ? 0 : 1
  const some = oneByOne.filter((password, index) => index % 2 === own || !isTakenAlike(password))
  return sampled(oneByOne, some)
}

const isTakenAlike = (password: string): boolean =>
  password.normalize('NFKC') === password &&
  (['synapse', 'dendrite'] as const).every((kind) => expectedFate(password, kind) === 'created')

const ways = ['play', 'cli', 'host command'] as const

/** These go many at a time: to Synapse all by each way, to Dendrite, which is slower, a third by each. */
export function inBulk(kind: Homeserver, way: (typeof ways)[number]): string[] {
  const third = others.filter((_, index) => index % ways.length === ways.indexOf(way))
  return kind === 'synapse' ? others : sampled(others, third)
}

function randomPassword(seed: number): string {
  const next = generator(seed + 1)
  const ranges: [number, number][] = [
    [1, 0x7f],
    [0x80, 0x7ff],
    [0x800, 0xd7ff],
    [0xe000, 0xffff],
    [0x10000, 0x10ffff],
  ]
  return Array.from({ length: 1 + (next() % 30) }, () => {
    const [first, last] = ranges[next() % ranges.length] ?? [1, 0x7f]
    return String.fromCodePoint(first + (next() % (last - first + 1)))
  }).join('')
}

/** Numerical Recipes' linear congruential generator, of which the upper bits are used. */
function generator(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state >>> 8
  }
}

/** Whether it arrives whole as what stands before a line end on standard input: else it is refused there. */
export function isLine(password: string): boolean {
  return withoutLineEnd(`${password}\n`).stray === undefined
}

/** How a recipe is given a password: typed, or where it would look like an option by the environment. */
export function givenToRecipe(password: string): { word: string; env: Record<string, string> } {
  return password.startsWith('-') ? { word: '-', env: { MATRIX_PASSWORD: password } } : { word: password, env: {} }
}

type Fate = 'created' | 'password_missing' | 'password_too_short' | 'password_too_long'

/** What the one table of rules (`passwords` of each authority) says must happen to a password. */
export function expectedFate(password: string, homeserver: Homeserver): Fate {
  const { min_bytes, max_bytes, normalization } = authorities[homeserver].passwords
  if (password === '') return 'password_missing'
  const bytes = Buffer.byteLength(normalization ? password.normalize(normalization) : password)
  if (bytes < min_bytes) return 'password_too_short'
  return max_bytes !== null && bytes > max_bytes ? 'password_too_long' : 'created'
}

/** A file for `--from-csv`: every field in quotes. */
export function csvOf(accounts: { username: string; password: string }[]): string {
  const quote = (field: string) => `"${field.replaceAll('"', '""')}"`
  return [
    'username,password',
    ...accounts.map(({ username, password }) => `${quote(username)},${quote(password)}`),
    '',
  ].join('\n')
}
