const DAY_MS = 24 * 3_600_000

/** The UTC day of an instant in ms since 1970 UTC, in days from there. */
export const dayOf = (instant: number): number => Math.floor(instant / DAY_MS)
