import { normalQuantile } from '../numerics/normal.ts'
import { tQuantile } from '../numerics/student-t.ts'

/** In how many of five cases what is called "would have been seen" is seen. */
const POWER = 0.8

/** How many standard errors an effect must have to be seen in four of five cases, where p has to be below `threshold`. */
export function smallestInErrors(threshold: number, freedom: number): number {
  return tQuantile(1 - Math.min(0.5, threshold) / 2, freedom) + normalQuantile(POWER)
}

/** The smallest |r| that would have been seen so, 0 to 1. */
export function smallestCorrelation(threshold: number, freedom: number): number {
  const errors = smallestInErrors(threshold, freedom)
  return errors / Math.sqrt(errors * errors + freedom)
}
