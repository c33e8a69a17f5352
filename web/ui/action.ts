/** One thing a person can do, as a button says it. */
export interface Action {
  readonly label: string
  readonly run: () => void
}
