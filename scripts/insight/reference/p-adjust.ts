import { at } from './linear-model.ts'

/** P-values for the false discovery rate under independence (Benjamini & Hochberg 1995, JRSS-B 57:289). */
export const benjaminiHochberg = (p: readonly number[]): number[] => steppedUp(p, 1)

/** The same under any dependence (Benjamini & Yekutieli 2001, Ann Statist 29:1165). */
export const benjaminiYekutieli = (p: readonly number[]): number[] =>
  steppedUp(
    p,
    p.reduce((sum, _, i) => sum + 1 / (i + 1), 0),
  )

/** P-values for no false finding at all (Holm 1979, Scand J Statist 6:65). */
export function holm(p: readonly number[]): number[] {
  let largest = 0
  return inOrder(p, (value, rank) => {
    largest = Math.max(largest, value * (p.length - rank))
    return Math.min(1, largest)
  })
}

function steppedUp(p: readonly number[], factor: number): number[] {
  let smallest = 1
  const falling = p.map((value) => -value)
  return inOrder(falling, (value, rank) => {
    smallest = Math.min(smallest, (factor * -value * p.length) / (p.length - rank))
    return smallest
  })
}

/** What `adjust` makes of each value, which it is given from the smallest on, with its place from 0. */
function inOrder(values: readonly number[], adjust: (value: number, rank: number) => number): number[] {
  const adjusted: number[] = []
  const order = [...values.keys()].sort((a, b) => at(values, a) - at(values, b))
  for (const [rank, i] of order.entries()) adjusted[i] = adjust(at(values, i), rank)
  return adjusted
}
