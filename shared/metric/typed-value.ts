import type { Metric } from './metric.ts'
import {
  fromDisplay,
  KG_PER_LB,
  LB_PER_ST,
  shownDecimals,
  splitStones,
  toDisplay,
  type UnitPreference,
  withoutZeros,
} from './unit.ts'

/**
 * What a person typed, as a stored value, or undefined where it is no number. Reads a decimal comma, `7:42`, `7h42`,
 * `7 h 42`, `11 st 10.5`, spaces as thousands marks, and for metrics that count in whole numbers `5,000` and `5.000`
 * too. Bounds are not looked at here.
 */
export function readTyped(
  metric: Pick<Metric, 'quantity' | 'step'>,
  text: string,
  units: UnitPreference,
): number | undefined {
  const plain = text
    .trim()
    .replace(/[\u00a0\u2009\u202f]/g, ' ')
    .replace(/^−/, '-')
  if (plain === '') return undefined
  if (metric.quantity === 'duration') {
    const clock = /^(\d{1,2})\s*(?::|h)\s*(\d{1,2})?\s*(?:m|min)?$/i.exec(plain)
    if (clock !== null) {
      const minutes = Number(clock[2] ?? 0)
      return minutes < 60 ? Number(clock[1]) + minutes / 60 : undefined
    }
  }
  if (metric.quantity === 'mass' && units.mass === 'st') {
    const stones = /^(\d{1,3})\s*(?:(?:st\s*|\s)(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:lb)?)?)?$/i.exec(plain)
    if (stones === null) return undefined
    const pounds = stones[2] === undefined ? 0 : Number(stones[2].replace(',', '.'))
    return pounds < LB_PER_ST ? (Number(stones[1]) * LB_PER_ST + pounds) * KG_PER_LB : undefined
  }
  const ungrouped = isWhole(metric) && /^\d{1,3}(?:[.,]\d{3})+$/.test(plain) ? plain.replace(/[.,]/g, '') : plain
  const figure = ungrouped.replace(/(?<=\d) (?=\d{3}(?:\D|$))/g, '').replace(',', '.')
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(figure)) return undefined
  return fromDisplay(metric, Number(figure), units)
}

// Nobody types 5.000 steps to a thousandth: there, three digits after a mark are thousands.
const isWhole = ({ quantity, step }: Pick<Metric, 'quantity' | 'step'>) =>
  quantity === 'count' || quantity === 'energy' || (quantity === 'plain' && Number.isInteger(step))

/** The text that `readTyped` reads back, for a field that opens on a stored value. */
export function typedText(metric: Pick<Metric, 'quantity' | 'step'>, value: number, units: UnitPreference): string {
  if (metric.quantity === 'duration') {
    const minutes = Math.round(value * 60)
    return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
  }
  if (metric.quantity === 'mass' && units.mass === 'st') {
    const { stones, pounds } = splitStones(value)
    return `${stones} ${pounds}`
  }
  return withoutZeros(toDisplay(metric, value, units).toFixed(shownDecimals(metric)))
}
