/**
 * What a log may say of an error: its kind, its code and where it was thrown, with the errors behind it. Not its message: a
 * database names in it the values it choked on, which are somebody's.
 */
export function errorForLog(error: unknown): string {
  const parts: string[] = []
  for (let current: unknown = error; current !== undefined && parts.length < DEEPEST; ) {
    if (!(current instanceof Error)) {
      parts.push(`thrown ${typeof current}`)
      break
    }
    parts.push(describe(current))
    current = current.cause
  }
  return parts.join('\ncaused by ')
}

const DEEPEST = 5
const FRAME = /^\s+at .*$/gm

function describe(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  // The stack begins with the message, which may hold lines that look like anything but these.
  const after = (error.stack ?? '').replace(error.message, '')
  return [`${error.name}${code}`, ...(after.match(FRAME) ?? []).map((line) => line.trimEnd())].join('\n')
}
