export const shared: string
export function compile(path: string): Promise<string>
