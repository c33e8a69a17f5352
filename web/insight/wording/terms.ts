import type { Metric, Quantity } from '../../../shared/metric/metric.ts'
import { DEFAULT_UNITS, displayUnit, showValue, toDisplay, type UnitPreference } from '../../../shared/metric/unit.ts'
import { valueText } from '../../../shared/metric/value-text.ts'

/** How a metric and its values are named in a sentence, in the units the person reads. */
export interface MetricTerms {
  /** Inside of a sentence: `sleep`; a person's own metric as they wrote it. */
  readonly name: string
  readonly quantity: Quantity
  /** It is counted and has no unit but its own name: `8 214 steps`. */
  readonly isCounted: boolean
  /** `7 h 24`, `74.6 kg`, `8 214 steps`. */
  readonly value: (value: number) => string
  /** The same after the metric's name: `8 214`. */
  readonly amount: (value: number) => string
  /**
   * A difference without its sign, rounded so that the last digit is one that half of its interval, `error`, leaves
   * meaning to: `20 min`, `0.04 kg`, `1 200`. A counted metric's without its name. Without `error`: to three digits.
   */
  readonly size: (difference: number, error?: number) => string
}

export type TermsOf = (metric: string) => MetricTerms

/** The terms of every metric there is; of one that is gone, terms that say so. */
export function termsOf(metrics: readonly Metric[], units: UnitPreference): TermsOf {
  const terms = new Map<string, MetricTerms>(metrics.map((metric) => [metric.id, termsFor(metric, units)]))
  return (metric) => terms.get(metric) ?? GONE
}

function termsFor(metric: Metric, units: UnitPreference): MetricTerms {
  return {
    name: metric.builtIn ? metric.name.toLowerCase() : metric.name,
    quantity: metric.quantity,
    isCounted: metric.quantity === 'count' && metric.unit === '',
    value: (value) => valueText(metric, value, units),
    amount: (value) => showValue(metric, value, units).text,
    size: (difference, error = Number.NaN) => sizeText(metric, units, Math.abs(difference), Math.abs(error)),
  }
}

const GONE: MetricTerms = {
  name: 'a metric that was deleted',
  quantity: 'plain',
  isCounted: false,
  value: (value) => plain(value, roundingOf(value, Number.NaN), ''),
  amount: (value) => plain(value, roundingOf(value, Number.NaN), ''),
  size: (difference, error = Number.NaN) => {
    const size = Math.abs(difference)
    return plain(size, roundingOf(size, Math.abs(error)), '')
  },
}

function sizeText(metric: Metric, units: UnitPreference, difference: number, error: number): string {
  if (metric.quantity === 'duration') return minutesText(difference * 60, roundingOf(difference * 60, error * 60))
  // Stones in a difference would be read as two numbers.
  const shown = metric.quantity === 'mass' && units.mass === 'st' ? { ...units, mass: 'lb' as const } : units
  const size = toDisplay(metric, difference, shown)
  return plain(size, roundingOf(size, toDisplay(metric, error, shown)), displayUnit(metric, shown))
}

/** What a figure is rounded to. */
interface Rounding {
  /** A power of ten. */
  readonly step: number
  /** 1.0 beside 1.5: where the last digit shows how fine a figure is, it stands there also as a zero. */
  readonly keepsZeros: boolean
}

/**
 * One digit below the first of the error where that is a 1, at the first where it is more (as the Particle Data Group
 * rounds, who draw the line at 3.5). Without an error: three digits.
 */
function roundingOf(size: number, error: number): Rounding {
  const exponent = (of: number) => Math.floor(Math.log10(of))
  if (Number.isFinite(error) && error > 0) {
    const power = exponent(error)
    return { step: 10 ** (error < 2 * 10 ** power ? power - 1 : power), keepsZeros: true }
  }
  return { step: size > 0 && Number.isFinite(size) ? 10 ** (exponent(size) - 2) : 1, keepsZeros: false }
}

/** Most decimals a difference is shown with. */
const MOST_DECIMALS = 3

function plain(size: number, { step, keepsZeros }: Rounding, unit: string): string {
  const decimals = Math.min(MOST_DECIMALS, Math.max(0, -Math.round(Math.log10(step))))
  const rounded = step >= 1 ? Math.round(size / step) * step : Number(size.toFixed(decimals))
  const { figure } = showValue({ quantity: 'plain', unit, step: 10 ** -decimals }, rounded, DEFAULT_UNITS)
  const [whole = '', kept = ''] = figure.split('.')
  const digits = keepsZeros ? kept.padEnd(decimals, '0') : kept
  const text = digits === '' || decimals === 0 ? whole : `${whole}.${digits}`
  return unit === '' ? text : `${text} ${unit}`
}

/** `20 min`, `1 h 05`, `0.4 min`. */
function minutesText(minutes: number, { step, keepsZeros }: Rounding): string {
  if (step < 1 && minutes < 10) return plain(minutes, { step: Math.max(step, 0.1), keepsZeros }, 'min')
  const whole = Math.round(minutes / Math.max(1, step)) * Math.max(1, step)
  return whole < 60 ? `${whole} min` : `${Math.floor(whole / 60)} h ${String(whole % 60).padStart(2, '0')}`
}
