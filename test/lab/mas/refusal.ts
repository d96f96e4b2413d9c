import type { Answer } from './answer.ts'

/** An answer that is an error of the Admin API: what happened, then its causes. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  readonly titles: readonly string[]

  constructor(status: number, titles: readonly string[]) {
    super(titles.join(': '))
    this.status = status
    this.titles = titles
  }

  get answer(): Answer {
    return { status: this.status, body: { errors: this.titles.map((title) => ({ title })) } }
  }
}

/** A body that could not be read is refused in plain text. */
export class BodyRefusal extends Refusal {
  override get answer(): Answer {
    return { status: this.status, body: this.titles[0] }
  }
}

export const refuse = (status: number, ...titles: string[]): never => {
  throw new Refusal(status, titles)
}
