/** Whether a version such as 1.98.0rc1 is older than another, by the first two numbers. */
export function isOlder(version: string, other: string): boolean {
  const [[major = 0, minor = 0], [otherMajor = 0, otherMinor = 0]] = [numbersOf(version), numbersOf(other)]
  return major === otherMajor ? minor < otherMinor : major < otherMajor
}

function numbersOf(version: string): number[] {
  return version.split('.').map((part) => Number.parseInt(part, 10) || 0)
}
