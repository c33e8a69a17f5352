export type Level = 'info' | 'warn' | 'error'

/** Writes one event. `fields` carry no personal data: no query string, address, user agent or body. */
export type Log = (level: Level, message: string, fields?: Readonly<Record<string, string | number>>) => void

/** A log of one JSON object a line: `{"time":"2026-11-23T08:00:00.000Z","level":"info","message":"..."}`. */
export function jsonLog(write: (line: string) => void, now: () => Date): Log {
  return (level, message, fields = {}) =>
    write(`${JSON.stringify({ time: now().toISOString(), level, message, ...fields })}\n`)
}
