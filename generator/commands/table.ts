import stringWidth from 'string-width'
import { printable } from '../ui/printable.ts'

/** Columns as wide as the widest cell that any row had so far, in columns of a terminal. */
export class Table {
  #widths: number[] = []

  text(rows: string[][]): string {
    const cells = rows.map((row) => row.map(printable))
    for (const row of cells)
      this.#widths = row.map((text, column) => Math.max(stringWidth(text), this.#widths[column] ?? 0))
    return cells
      .map(
        (row) =>
          `${row
            .map((text, column) => text + ' '.repeat((this.#widths[column] ?? 0) - stringWidth(text)))
            .join('  ')
            .trimEnd()}\n`,
      )
      .join('')
  }
}
