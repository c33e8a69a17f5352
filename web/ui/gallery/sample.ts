import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import { civilDate } from '../../../shared/calendar/civil-date.ts'

/** Repeatable numbers in [0, 1) for the gallery's drawings (a Lehmer generator). */
export function randomly(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 16_807) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** A wandering series with gaps. */
export function wander(seed: number, days: number, middle: number, spread: number, gaps = 0.08): Float64Array {
  const next = randomly(seed)
  return Float64Array.from({ length: days }, (_, day) => {
    const value = middle + spread * (Math.sin(day / 40) + (next() + next() + next() - 1.5))
    return next() < gaps ? Number.NaN : value
  })
}

/** The mean of the recorded days of the fortnight before each day. */
export function levelOf(points: Float64Array): Float64Array {
  return points.map((_, day) => {
    const recent = points.subarray(Math.max(0, day - 13), day + 1).filter((value) => !Number.isNaN(value))
    return recent.length < 3 ? Number.NaN : recent.reduce((sum, value) => sum + value, 0) / recent.length
  })
}

export function dateOf(year: number, month: number, day: number): CivilDate {
  const date = civilDate(year, month, day)
  if (date === undefined) throw new Error(`No such day: ${year}-${month}-${day}`)
  return date
}

export const showKilograms = (value: number) => `${value.toFixed(1)} kg`
export const showHours = (value: number) =>
  `${Math.floor(Math.round(value * 60) / 60)} h ${String(Math.round(value * 60) % 60).padStart(2, '0')}`
export const showSteps = (value: number) => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, '\u202f')

/** Reads what the gallery's number fields show: figures with an optional decimal comma. */
export function readFigure(text: string): number | undefined {
  const figure = text.trim().replace(',', '.')
  return /^\d+(\.\d*)?$/.test(figure) ? Number(figure) : undefined
}
