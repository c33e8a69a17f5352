/** How many values a rating has at most. */
const FEW = 8
/** Of the distance between two values, how much the dots of one take up. */
const WIDTH = 0.5
// Multiples of the golden ratio's fraction fill a stretch evenly, however many there are.
const GOLDEN = 0.618_033_988_749_895

/**
 * Where values take few steps (a mood of 1 to 5), their dots would lie on one another, and a hundred days look like one. They
 * are moved apart a little, less than halfway to the next value. Other values stay as they are.
 */
export function besideEachOther(values: Float64Array): Float64Array {
  const kinds = [...new Set(values)].sort((a, b) => a - b)
  if (kinds.length > FEW || kinds.length < 2) return values
  const steps = kinds.slice(1).map((value, index) => value - (kinds[index] ?? value))
  const stretch = WIDTH * Math.min(...steps)
  return values.map((value, index) => value + (((index * GOLDEN) % 1) - 0.5) * stretch)
}
