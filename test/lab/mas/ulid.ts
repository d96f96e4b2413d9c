import { randomBytes } from 'node:crypto'

/** Crockford's base 32. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

let last = 0n

/** A ULID (github.com/ulid/spec): 48 bits of milliseconds and 80 at random; later ones of this process sort after earlier ones. */
export const makeUlid = (): string => {
  const fresh = (BigInt(Date.now()) << 80n) | BigInt(`0x${randomBytes(10).toString('hex')}`)
  last = fresh > last ? fresh : last + 1n
  return Array.from({ length: 26 }, (_, index) => alphabet[Number((last >> BigInt(5 * (25 - index))) & 31n)]).join('')
}

export const isUlid = (text: string): boolean => /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(text)
