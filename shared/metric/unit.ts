import type { Metric } from './metric.ts'

export type MassUnit = 'kg' | 'lb' | 'st'
export type EnergyUnit = 'kcal' | 'kJ'

/** How a person wants values shown. Storage never changes with it. */
export interface UnitPreference {
  readonly mass: MassUnit
  readonly energy: EnergyUnit
}

export const DEFAULT_UNITS: UnitPreference = { mass: 'kg', energy: 'kcal' }

export const KG_PER_LB = 0.45359237
export const KJ_PER_KCAL = 4.184
export const LB_PER_ST = 14

/** A value in words: the figure and, apart, its unit. `text` is both, as a sentence would have it. */
export interface Shown {
  readonly figure: string
  readonly unit: string
  readonly text: string
}

const shown = (figure: string, unit: string): Shown => ({
  figure,
  unit,
  text: unit === '' ? figure : `${figure} ${unit}`,
})

/** The value as the person reads it: `74.6 kg`, `11 st 10.5 lb`, `8 214`, `7 h 42`, `8 786 kJ`. */
export function showValue(
  metric: Pick<Metric, 'quantity' | 'unit' | 'step'>,
  value: number,
  units: UnitPreference,
): Shown {
  switch (metric.quantity) {
    case 'duration':
      return shown(hoursAndMinutes(value), '')
    case 'mass':
      if (units.mass === 'st') return shown(stonesAndPounds(value), '')
      return shown(grouped(toDisplay(metric, value, units), shownDecimals(metric), 1), units.mass)
    case 'energy':
      return shown(grouped(toDisplay(metric, value, units), shownDecimals(metric)), units.energy)
    case 'count':
    case 'rating':
    case 'plain':
      return shown(grouped(value, shownDecimals(metric)), metric.unit)
  }
}

/** A difference, with its sign: `+0.4 kg`, `−1 200`, `+0 h 11`. */
export function showDifference(
  metric: Pick<Metric, 'quantity' | 'unit' | 'step'>,
  value: number,
  units: UnitPreference,
): Shown {
  const { figure, unit } = showValue(metric, Math.abs(value), units)
  return shown(`${value < 0 ? '−' : '+'}${figure}`, unit)
}

/** The stored value in the unit that charts and number fields use: lb for stones too, so an axis stays linear. */
export function toDisplay(metric: Pick<Metric, 'quantity'>, value: number, units: UnitPreference): number {
  if (metric.quantity === 'mass' && units.mass !== 'kg') return value / KG_PER_LB
  if (metric.quantity === 'energy' && units.energy === 'kJ') return value * KJ_PER_KCAL
  return value
}

export function fromDisplay(metric: Pick<Metric, 'quantity'>, value: number, units: UnitPreference): number {
  if (metric.quantity === 'mass' && units.mass !== 'kg') return value * KG_PER_LB
  if (metric.quantity === 'energy' && units.energy === 'kJ') return value / KJ_PER_KCAL
  return value
}

/** What stands behind a chart's or a number field's figures. */
export function displayUnit(metric: Pick<Metric, 'quantity' | 'unit'>, units: UnitPreference): string {
  if (metric.quantity === 'mass') return units.mass === 'kg' ? 'kg' : 'lb'
  if (metric.quantity === 'energy') return units.energy
  return metric.unit
}

/** The most decimals a value is shown with, and so those that its text in a field must keep. */
export function shownDecimals(metric: Pick<Metric, 'quantity' | 'step'>): number {
  switch (metric.quantity) {
    case 'count':
    case 'energy':
      return 0
    case 'mass':
    case 'rating':
      return 1
    case 'plain':
    case 'duration':
      return Math.max(1, decimalsOf(metric.step))
  }
}

/** Hours as `7 h 42`: whole minutes, because nobody sleeps by the second. */
function hoursAndMinutes(hours: number): string {
  const minutes = Math.round(hours * 60)
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`
}

function stonesAndPounds(kg: number): string {
  const { stones, pounds } = splitStones(kg)
  return `${stones} st ${pounds} lb`
}

export function splitStones(kg: number): { stones: number; pounds: number } {
  const tenths = Math.round((kg / KG_PER_LB) * 10)
  return { stones: Math.floor(tenths / (LB_PER_ST * 10)), pounds: (tenths % (LB_PER_ST * 10)) / 10 }
}

// A narrow no-break space: it groups without being read as a decimal mark in any locale.
function grouped(value: number, most: number, least = 0): string {
  const text = Math.abs(value).toFixed(most)
  const [whole = '', decimals = ''] = text.split('.')
  const kept = decimals.replace(/0+$/, '').padEnd(least, '0')
  const marked = whole.replace(/\B(?=(\d{3})+$)/g, '\u202f')
  const sign = value < 0 && Number(text) !== 0 ? '−' : ''
  return `${sign}${marked}${kept === '' ? '' : `.${kept}`}`
}

/** Decimals of a step: 2 for 0.25, 7 for 1e-7. */
function decimalsOf(step: number): number {
  const [figure = '', exponent = '0'] = String(step).split('e')
  const decimals = (figure.split('.')[1] ?? '').length - Number(exponent)
  return Math.min(Math.max(0, decimals), MOST_DECIMALS)
}

/** What Number.prototype.toFixed takes at most. */
const MOST_DECIMALS = 100

export function withoutZeros(figure: string): string {
  const text = figure.includes('.') ? figure.replace(/\.?0+$/, '') : figure
  return text === '-0' ? '0' : text
}
