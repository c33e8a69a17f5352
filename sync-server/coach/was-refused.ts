/**
 * Whether nobody took a connection, so that nobody took what would have been sent: read off the codes of Node's errors. Workers do not
 * tell, and then it is not known.
 */
export function wasRefused(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1)
    if ('code' in cause && typeof cause.code === 'string' && REFUSALS.has(cause.code)) return true
  return false
}

const REFUSALS = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])
