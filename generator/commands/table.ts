import stringWidth from 'string-width'
import { printable } from '../ui/printable.ts'

/** Columns as wide as the widest cell that any row had so far. What does not fit the terminal goes on the next line, column by column. */
export class Table {
  #widths: number[] = []
  readonly #columns: number

  constructor(columns = (process.stdout.isTTY && process.stdout.columns) || Infinity) {
    this.#columns = columns
  }

  text(rows: string[][]): string {
    const cells = rows.map((row) => row.map(printable))
    for (const row of cells)
      this.#widths = row.map((text, column) => Math.max(stringWidth(text), this.#widths[column] ?? 0))
    const lines = this.#lines()
    return cells.flatMap((row) => lines.flatMap((columns, index) => this.#line(row, columns, index))).join('')
  }

  /** The columns on each line of a row. */
  #lines(): number[][] {
    const lines: number[][] = [[]]
    let used = 0
    for (const [column, width] of this.#widths.entries()) {
      if (column > 0 && used + width > this.#columns) {
        lines.push([])
        used = indent.length
      }
      lines.at(-1)?.push(column)
      used += width + 2
    }
    return lines
  }

  #line(row: string[], columns: number[], index: number): string[] {
    const padded = columns.map((column) => {
      const text = row[column] ?? ''
      return text + ' '.repeat((this.#widths[column] ?? 0) - stringWidth(text))
    })
    const line = padded.join('  ').trimEnd()
    return index > 0 && line === '' ? [] : [`${index > 0 ? indent : ''}${line}\n`]
  }
}

const indent = '    '
