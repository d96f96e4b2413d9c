/** Letters that Unicode does not take apart into a letter and a mark. */
const letters: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ı: 'i' }

/**
 * A username of a person's name: lower case, letters without their marks, and a dot for whatever is between the words:
 * "Zoë O'Hara-Straße" is zoe.o.hara.strasse. Empty when there is no Latin letter or digit in it.
 */
export function usernameOf(name: string): string {
  const plain = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]/g, (letter) => letters[letter] ?? '.')
  return plain.replace(/\.+/g, '.').replace(/^\.|\.$/g, '')
}
