/** What can be done to an account. From this come the Ansible tag and tasks, the recipe, and the reference. */
export interface Operation {
  /** Kebab-case: the tag, the recipe and the command. */
  name: string
  /** One line, in the imperative. */
  summary: string
  parameters: Parameter[]
  /** The outcome that changes the server. */
  changes: Outcome
  /** What is said of each outcome that is not a failure: when it was done, and when it was only predicted. */
  says: Partial<Record<Outcome, string>>
  predicts: Partial<Record<Outcome, string>>
}

/** A parameter of an operation, as its recipe takes it in order and as an extra variable of Ansible. */
export interface Parameter {
  name: 'username' | 'password' | 'admin'
  summary: string
  secret: boolean
  /** The recipe's default; a parameter without one must be given. */
  default?: string
}

/** How an operation ended well; everything else is a `Failure`. */
export type Outcome = 'created' | 'exists'
