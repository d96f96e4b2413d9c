/** A number as it was written, where JavaScript would write another one: 1.0, or one of more than 15 digits. */
export class WrittenNumber {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}
