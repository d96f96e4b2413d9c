import { failures, refusals, type Failure } from '../../generator/operations/failures.ts'
import { operations } from '../../generator/operations/index.ts'
import { fill } from '../../generator/render/engine.ts'
import { capabilities } from '../../generator/render/role.ts'
import { operationPage } from './operation-page.ts'
import { withSamples } from './sample-facts.ts'
import { terminalPicture } from './terminal.ts'

/** What is generated below docs/, by its path from there. */
export function renderDocs(): Record<string, string> {
  return {
    'failures.md': fill('docs/failures.md', { failures: Object.entries(failures).map(failureView) }),
    'terminal.svg': terminalPicture(),
    'operations/README.md': fill('docs/operations.md', capabilities()),
    ...Object.fromEntries(operations.map((each) => [`operations/${each.name}.md`, operationPage(each)])),
  }
}

function failureView([name, { message, hint }]: [string, { message: string; hint: string }]) {
  return {
    name,
    exitCode: refusals.has(name as Failure) ? 2 : 3,
    message: inCell(withSamples(message)),
    hint: inCell(withSamples(hint)),
  }
}

/** Text in a cell of a table: neither a column's end nor a tag. */
function inCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;')
}
