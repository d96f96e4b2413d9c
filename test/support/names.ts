/** The name with something behind it that no other run has: on a server that is shared, accounts stay. */
export function unique(name: string): string {
  return `${name}-${process.pid}-${Date.now().toString(36)}`
}
