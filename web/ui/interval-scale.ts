/** Where an interval lies on its track, in percent from the left. */
export interface IntervalPlaces {
  readonly reference: number
  readonly value: number
  readonly low: number
  readonly high: number
}

const MARGIN = 0.08

/** The places of an interval on a track that always holds what it is beside, so that how far it keeps from it can be seen. */
export function intervalPlaces(low: number, value: number, high: number, reference = 0): IntervalPlaces {
  const from = Math.min(reference, low, value)
  const to = Math.max(reference, high, value)
  const span = to - from
  if (!(span > 0) || !Number.isFinite(span)) return { reference: 50, value: 50, low: 50, high: 50 }
  const place = (at: number) => 100 * (MARGIN + (1 - 2 * MARGIN) * ((at - from) / span))
  return { reference: place(reference), value: place(value), low: place(low), high: place(high) }
}
