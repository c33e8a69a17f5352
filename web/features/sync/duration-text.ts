const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const UNITS: readonly (readonly [ms: number, name: string])[] = [
  [365.25 * DAY, 'year'],
  [30.44 * DAY, 'month'],
  [DAY, 'day'],
  [HOUR, 'hour'],
  [MINUTE, 'minute'],
]

/** What is missing to the next whole one and not worth a word: two years without a second are two years. */
const NEARLY = 0.01

/** A length of time (ms) in its largest unit: `2 years`, `1 hour`. Below a minute: `less than a minute`. */
export function durationText(ms: number): string {
  for (const [unit, name] of UNITS) {
    const count = Math.floor(ms / unit + NEARLY)
    if (count >= 1) return `${count} ${name}${count === 1 ? '' : 's'}`
  }
  return 'less than a minute'
}

/** How long ago something was (ms): `just now`, `3 hours ago`. */
export function agoText(ms: number): string {
  return ms < MINUTE ? 'just now' : `${durationText(ms)} ago`
}
