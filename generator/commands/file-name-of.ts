/** A name as that of a file: usernames can have slashes in them, and be nothing but dots. */
export function fileNameOf(name: string): string {
  return encodeURIComponent(name).replace(/^\.+/, (dots) => '%2E'.repeat(dots.length))
}
