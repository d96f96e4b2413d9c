import { askLine } from './ask-line.ts'

/** Whether a person types yes, or y. */
export async function askYes(question: string): Promise<boolean> {
  return /^y(es)?$/i.test(await askLine(`${question} Type yes`))
}
