import { type Recorded, readRecording } from './recording.ts'

/** The commands that the picture shows. */
const shown = [
  'registrar register-user john --admin',
  'registrar register-user mary',
  'registrar lock-user mary',
  'registrar list-users',
]

const [charWidth, lineHeight, margin, bar] = [8.4, 20, 16, 28]

/** `docs/terminal.svg`: a terminal with some recorded commands and what they printed. */
export function terminalPicture(): string {
  const lines = shown.flatMap((command) => linesOf(find(command)))
  const width = Math.ceil(Math.max(...lines.map(({ text }) => text.length)) * charWidth) + 2 * margin
  const height = bar + margin + lines.length * lineHeight
  const rows = lines.map(({ text, isCommand }, index) => {
    const y = bar + (index + 1) * lineHeight
    return `  <text x="${margin}" y="${y}"${isCommand ? ' class="typed"' : ''} xml:space="preserve">${escapeXml(text)}</text>`
  })
  return `<!-- Made from the recording by "npm run role"; do not edit. -->
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="registrar in a terminal">
  <style>text { font: 14px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #d0d7de } .typed { fill: #fff; font-weight: bold }</style>
  <rect width="${width}" height="${height}" rx="8" fill="#161b22"/>
  <circle cx="18" cy="15" r="5" fill="#ff5f57"/><circle cx="36" cy="15" r="5" fill="#febc2e"/><circle cx="54" cy="15" r="5" fill="#28c840"/>
${rows.join('\n')}
</svg>
`
}

function find(command: string): Recorded {
  const recorded = readRecording().find((each) => each.command === command)
  if (!recorded) throw new Error(`${command} is not recorded: npm run record`)
  return recorded
}

function linesOf({ command, output }: Recorded): { text: string; isCommand: boolean }[] {
  const printed = output.split('\n').map((text) => ({ text, isCommand: false }))
  return [{ text: `$ ${command}`, isCommand: true }, ...printed]
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
