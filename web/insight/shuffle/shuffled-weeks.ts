import type { DailySeries } from '../daily-series.ts'

const WEEK = 7

/**
 * The same days with whole weeks in another order, each metric in one of its own, gaps moving with their week; days after
 * the last whole week stay. Weekdays keep what they are, and what a day holds on to from the day before; what one metric
 * has to do with another, and what moves over the months, is gone. `random`: in [0, 1).
 */
export function shuffledWeeks(series: readonly DailySeries[], random: () => number): DailySeries[] {
  return series.map(({ values, ...rest }) => {
    const order = shuffled(Math.floor(values.length / WEEK), random)
    const moved = values.slice()
    order.forEach((from, to) => {
      moved.set(values.subarray(from * WEEK, (from + 1) * WEEK), to * WEEK)
    })
    return { ...rest, values: moved }
  })
}

/** 0 to `length - 1` in an order of which each is as likely (Fisher and Yates; Durstenfeld 1964, CACM 7:420). */
function shuffled(length: number, random: () => number): number[] {
  const order = Array.from({ length }, (_, index) => index)
  for (let last = length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const kept = order[last] as number
    order[last] = order[other] as number
    order[other] = kept
  }
  return order
}
