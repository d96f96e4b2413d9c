import { quoted } from './foreign-text.ts'
import { error, type Problem } from './problem.ts'

const longest = 2000

/** The homeserver that a client file names: its address without slashes at the end, or what is wrong with it. */
export function checkBaseUrl(baseUrl: string, file: string): { address: string } | { problem: Problem } {
  const names = `${file} names ${quoted(baseUrl)} as the homeserver`
  if (baseUrl.length > longest)
    return wrong('wrong-shape', `${file} names an address of ${baseUrl.length} characters as the homeserver.`)
  const clean = baseUrl.replaceAll(/[\s\p{C}]/gu, '')
  if (!URL.canParse(clean))
    return wrong('wrong-shape', `${names}, which is not an address.`, clean.includes('/') ? '' : `https://${clean}`)
  const { protocol, host, pathname, search, hash, username, password } = new URL(clean)
  const plain = `https://${host}${withoutSlashes(pathname)}`
  if (username !== '' || password !== '')
    return wrong('wrong-shape', `${file} names an address with a username or a password in it.`, plain)
  if (protocol === 'http:')
    return wrong('address-without-tls', `${names}, which is not encrypted; browsers refuse it.`, plain)
  if (protocol !== 'https:') return wrong('wrong-shape', `${names}, which is not an https:// address.`)
  if (clean !== baseUrl) return wrong('wrong-shape', `${names}, with a blank or control character in it.`, plain)
  if (!/^https:\/\/[^/\\]/i.test(baseUrl))
    return wrong('wrong-shape', `${names}, where https:// is written wrong.`, plain)
  if (search !== '' || hash !== '' || /[?#]/.test(baseUrl))
    return wrong('address-with-path', `${names}, but clients add /_matrix behind the "?" or "#" in it.`, plain)
  if (/^\/_matrix(\/|$)/.test(pathname))
    return wrong('address-with-path', `${names}, but clients add /_matrix themselves.`, `https://${host}`)
  return { address: plain }
}

function wrong(code: Problem['code'], message: string, instead = ''): { problem: Problem } {
  const isAddress = URL.canParse(instead) && instead.length < 200 && !/[\s\p{C}"\\]/u.test(instead)
  const example = isAddress ? instead : 'https://matrix.example.com'
  return { problem: error(code, message, `Write "base_url": "${example}"`) }
}

/** Linear in the length, which a regular expression for it is not. */
export function withoutSlashes(text: string): string {
  let end = text.length
  while (text[end - 1] === '/') end--
  return text.slice(0, end)
}
