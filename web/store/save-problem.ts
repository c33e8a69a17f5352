/** Why something could not be saved. `message` is a sentence for the person, `cause` what the browser said. */
export interface SaveProblem {
  readonly kind: 'quota' | 'connection' | 'unknown'
  readonly message: string
  readonly cause?: unknown
}

const CONNECTION_ERRORS: ReadonlySet<string> = new Set([
  'AbortError',
  'DatabaseClosedError',
  'InvalidStateError',
  'MissingAPIError',
  'OpenFailedError',
  'TimeoutError',
  'TransactionInactiveError',
  'UnknownError',
  'VersionError',
])

/** The names of an error and of everything it wraps: Dexie and aborted transactions keep the browser's error inside. */
function namesOf(error: unknown): string[] {
  const names: string[] = []
  for (let next: unknown = error, depth = 0; next instanceof Error && depth < 5; depth++) {
    names.push(next.name)
    next = 'inner' in next && next.inner !== undefined ? next.inner : next.cause
  }
  return names
}

export function saveProblemOf(error: unknown): SaveProblem {
  const names = namesOf(error)
  if (names.includes('QuotaExceededError'))
    return {
      kind: 'quota',
      message: 'There is no room left on this device to save it. Free some space and try again.',
      cause: error,
    }
  if (names.some((name) => CONNECTION_ERRORS.has(name)))
    return {
      kind: 'connection',
      message: 'The browser closed its storage. Try again, or reload the page.',
      cause: error,
    }
  return {
    kind: 'unknown',
    message: `It could not be saved: ${error instanceof Error ? error.message : String(error)}`,
    cause: error,
  }
}
