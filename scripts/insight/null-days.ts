/** What days of a metric are like in which nothing happens. */
export interface NullDays {
  readonly days: number
  /** Correlation of a day with the next. */
  readonly phi: number
  /** Share of days that are not recorded. */
  readonly missing: number
  /** Innovations from Student's t with 5 degrees of freedom instead of a normal distribution. */
  readonly isHeavyTailed: boolean
  /** Standard deviation of the seven weekdays' levels. */
  readonly weekly: number
}

/**
 * Days of a stationary AR(1) with mean 0 and standard deviation 1, plus a level of its own for each weekday. One value a
 * day, NaN: not recorded.
 */
export function nullDays(random: () => number, { days, phi, missing, isHeavyTailed, weekly }: NullDays): Float64Array {
  const normal = normalFrom(random)
  const weekdays = Array.from({ length: 7 }, () => weekly * normal())
  const innovation = Math.sqrt(1 - phi * phi)
  let state = normal()
  return Float64Array.from({ length: days }, (_, day) => {
    state = phi * state + innovation * (isHeavyTailed ? studentOf(normal) : normal())
    const value = state + (weekdays[day % 7] as number)
    return random() < missing ? Number.NaN : value
  })
}

/** Normal numbers, mean 0 and standard deviation 1 (Box & Muller 1958). */
export function normalFrom(random: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** Student's t with 5 degrees of freedom, drawn to standard deviation 1. */
function studentOf(normal: () => number): number {
  let squares = 0
  for (let i = 0; i < 5; i++) squares += normal() ** 2
  return normal() * Math.sqrt(3 / squares)
}
