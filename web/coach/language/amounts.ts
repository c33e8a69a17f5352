import { isWithinBounds, type Metric } from '../../../shared/metric/metric.ts'
import { fromDisplay, KG_PER_LB, KJ_PER_KCAL, LB_PER_ST, type UnitPreference } from '../../../shared/metric/unit.ts'
import type { Bound } from '../answer.ts'

/** An amount in a question. */
export interface Amount {
  /** As it was typed. */
  readonly figure: number
  readonly unit: 'kg' | 'lb' | 'st' | 'kcal' | 'kJ' | 'h' | 'min' | 'g' | undefined
  readonly at: number
  readonly end: number
}

const UNITS: readonly (readonly [Amount['unit'], RegExp])[] = [
  ['kg', /^(?:kg|kgs|kilos?|kilograms?)\b/],
  ['lb', /^(?:lbs?|pounds?)\b/],
  ['st', /^(?:st|stone|stones)\b/],
  ['kcal', /^(?:kcals?|cals?|calories|kilocalories)\b/],
  ['kJ', /^(?:kj|kilojoules)\b/],
  ['h', /^(?:h|hr|hours?)\b/],
  ['min', /^(?:m|min|minutes?)\b/],
  ['g', /^(?:g|grams?)\b/],
]

/** The amounts of a text from which dates have been taken. `7 h 30` and `7:30` are one, as is `11 st 10`. */
export function amountsIn(text: string): Amount[] {
  const amounts: Amount[] = []
  const figures = /(?<![\w.:/-])(?:(\d{1,2}):(\d{2})|(\d+(?:\.\d+)?))(?![\w:/]|\.\d)/g
  let end = 0
  for (let match = figures.exec(text); match !== null; match = figures.exec(text)) {
    if (match.index < end) continue
    const [whole, hours, minutes, plain] = match
    end = match.index + whole.length
    if (hours !== undefined && minutes !== undefined) {
      amounts.push({ figure: Number(hours) + Number(minutes) / 60, unit: 'h', at: match.index, end })
      continue
    }
    const rest = text.slice(end).replace(/^ /, '')
    const [unit, pattern] = UNITS.find(([, one]) => one.test(rest)) ?? []
    let figure = Number(plain)
    if (pattern !== undefined) end += 1 + (pattern.exec(rest)?.[0].length ?? 0)
    const smaller =
      unit === 'h' || unit === 'st'
        ? / ?(?:and )?(\d{1,2}(?:\.\d+)?)(?: ?(?:min|minutes?|m|lbs?|pounds?))?\b/y
        : undefined
    if (smaller !== undefined) {
      smaller.lastIndex = end
      const part = smaller.exec(text)
      if (part !== null) {
        figure += Number(part[1]) / (unit === 'h' ? 60 : LB_PER_ST)
        end += part[0].length
      } else if (unit === 'h' && /^ (?:and )?(?:a )?half\b/.test(text.slice(end))) figure += 0.5
    }
    amounts.push({ figure, unit, at: match.index, end })
  }
  return amounts
}

/** An amount in the stored unit of a metric, or undefined where it can be none of it. Without a unit it is in the person's. */
export function storedAmount(amount: Amount, metric: Metric, units: UnitPreference): number | undefined {
  const { figure, unit } = amount
  const stored = storedIn(figure, unit, metric, units)
  return stored !== undefined && isWithinBounds(metric, stored) ? stored : undefined
}

function storedIn(figure: number, unit: Amount['unit'], metric: Metric, units: UnitPreference): number | undefined {
  switch (metric.quantity) {
    case 'mass':
      if (unit === 'kg') return figure
      if (unit === 'lb') return figure * KG_PER_LB
      if (unit === 'st') return figure * LB_PER_ST * KG_PER_LB
      return unit === undefined ? fromDisplay(metric, figure, units) : undefined
    case 'energy':
      if (unit === 'kJ') return figure / KJ_PER_KCAL
      if (unit === 'kcal') return figure
      return unit === undefined ? fromDisplay(metric, figure, units) : undefined
    case 'duration':
      if (unit === 'min') return figure / 60
      return unit === 'h' || unit === undefined ? figure : undefined
    case 'count':
    case 'rating':
      return unit === undefined ? figure : undefined
    case 'plain':
      return figure
  }
}

const MORE =
  /(?:over|above|more than|greater than|higher than|exceed(?:ed|ing|s)?|beyond|past|overshot|overshooting|topped|surpass(?:ed|ing)|beat|went over|broke|cracked|heavier than|longer than|better than|>) $/
const LEAST =
  /(?:at least|min(?:imum)?(?: of)?|no less than|not less than|>=|reach(?:ed|ing)?|hit|hitting|manag(?:ed?|ing)|meet|met|get to|got to|made it to|(?:equal|up) to or (?:more|over)) (?:my |the )?$/
const LESS = /(?:under|below|beneath|less than|fewer than|lower than|short of|lighter than|shorter than|worse than|<) $/
const MOST = /(?:at most|max(?:imum)?(?: of)?|no more than|not more than|up to|<=) $/
/** `Did I not even make 5000`. */
const MISSED = /(?:not|never|failed to)(?: even)?(?: reach| hit| make| meet| get(?: to)?| manage| walk| sleep| eat)? $/
const EXACT = /(?:exactly|equal to) $/

/** The bound that a text puts on values of a metric: `over 10000`, `8 hours or more`, `between 7 and 9 hours`. */
export function boundIn(text: string, metric: Metric, units: UnitPreference): Bound | undefined {
  const amounts = amountsIn(text)
  for (const [index, amount] of amounts.entries()) {
    const before = text.slice(0, amount.at)
    const after = text.slice(amount.end)
    const next = amounts[index + 1]
    if (/between $/.test(before) && next !== undefined && /^ ?(?:and|to|-) $/.test(text.slice(amount.end, next.at))) {
      const low = storedAmount({ ...amount, unit: amount.unit ?? next.unit }, metric, units)
      const high = storedAmount(next, metric, units)
      if (low !== undefined && high !== undefined && low <= high) return { low, high, isStrict: false }
    }
    const value = storedAmount(amount, metric, units)
    if (value === undefined) continue
    const unitAndName = '(?: (?:steps?|hours?|h|kcal|calories|grams?|g|kg|lbs?|pounds|protein|of \\w+))*'
    if (
      new RegExp(
        `^${unitAndName} ?(?:or more|or over|or above|or higher|or better|or longer|plus|and more|and up|and over|\\+)`,
      ).test(after)
    )
      return { low: value, isStrict: false }
    if (new RegExp(`^${unitAndName} ?(?:or less|or fewer|or under|or below|or lower)`).test(after))
      return { high: value, isStrict: false }
    if (MISSED.test(before)) return { high: value, isStrict: true }
    if (MORE.test(before)) return { low: value, isStrict: true }
    if (LEAST.test(before)) return { low: value, isStrict: false }
    if (LESS.test(before)) return { high: value, isStrict: true }
    if (MOST.test(before)) return { high: value, isStrict: false }
    if (EXACT.test(before)) return { low: value, high: value, isStrict: false }
  }
  return undefined
}

/** Whether a value is within a bound. Binary dust aside: 7.7 hours are at least 7.7 hours. */
export function isWithin({ low, high, isStrict }: Bound, value: number): boolean {
  const dust = 1e-9
  if (low !== undefined && (isStrict ? value <= low + dust : value < low - dust)) return false
  if (high !== undefined && (isStrict ? value >= high - dust : value > high + dust)) return false
  return true
}
