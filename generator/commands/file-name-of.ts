/** A username as a file name: usernames can contain slashes, or consist of dots. */
export function fileNameOf(name: string): string {
  return encodeURIComponent(name).replace(/^\.+/, (dots) => '%2E'.repeat(dots.length))
}
