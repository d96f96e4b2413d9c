/** The role variable that holds an authority's setting. */
export function settingVariable(authority: string, setting: string): string {
  return `matrix_users_${authority}_${setting}`
}

export function mapValues<In, Out>(record: { [key: string]: In }, change: (value: In) => Out): { [key: string]: Out } {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
