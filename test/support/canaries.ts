import { isMap, isPair, isScalar, parseDocument, type Scalar, visit } from 'yaml'

/** A text with a canary in every string, in the names inside of values, and in every comment. */
interface Planted {
  text: string
  canaries: string[]
}

/** Where in a string a canary goes. */
export type Spot = 'start' | 'middle' | 'end'

/** What every canary matches; it is as a random secret is. */
export const canary = /Xk7Canary\d{4}q/g

/** What says who the server is, and the key that every visitor of its registration gets. */
const neverSecret = ['matrix_domain', 'matrix_homeserver_implementation', 'matrix_synapse_recaptcha_public_key']

/** Variables of a host with canaries; what `spared` names keeps its value. */
export function plant(text: string, spot: Spot, spared = neverSecret): Planted {
  const places = [...stringPlaces(text, spot, spared), ...commentPlaces(text)]
  const sorted = [...new Set(places)].sort((a, b) => a - b)
  const canaries = sorted.map((_, index) => `Xk7Canary${String(index).padStart(4, '0')}q`)
  const planted = sorted.reduceRight((left, at, index) => left.slice(0, at) + canaries[index] + left.slice(at), text)
  return { text: planted, canaries }
}

function stringPlaces(text: string, spot: Spot, spared: string[]): number[] {
  const document = parseDocument(text, { version: '1.1', logLevel: 'silent' })
  const places: number[] = []
  visit(document, {
    Pair: (_key, pair, path) =>
      path.length <= 2 && isScalar(pair.key) && spared.includes(String(pair.key.value)) ? visit.SKIP : undefined,
    Scalar: (key, node, path) => {
      const isVariable = key === 'key' && path.length <= 3 && isPair(path.at(-1)) && isMap(path.at(-2))
      if (!isVariable && typeof node.value === 'string' && node.value !== '<<')
        places.push(...placesIn(node, text, spot))
    },
  })
  return places
}

function placesIn({ range, type }: Scalar, text: string, spot: Spot): number[] {
  if (!range) return []
  const [from, to] = range
  if (type?.startsWith('BLOCK'))
    return [...text.slice(from, to).matchAll(/(?<=\n)( *)(\S.*)$/gm)].map(
      ({ index, 1: indent = '', 2: line = '' }) => from + index + indent.length + (spot === 'start' ? 0 : line.length),
    )
  const quote = type?.startsWith('QUOTE') ? 1 : 0
  const [first, last] = [from + quote, to - quote]
  return [spot === 'start' ? first : spot === 'end' ? last : Math.floor((first + last) / 2)]
}

function commentPlaces(text: string): number[] {
  return [...text.matchAll(/^#.*$/gm)].map(({ index, 0: line }) => index + line.length)
}
