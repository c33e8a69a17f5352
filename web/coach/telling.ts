import type { CivilDate } from '../../shared/calendar/civil-date.ts'
import type { Metric } from '../../shared/metric/metric.ts'
import { displayUnit, showValue, toDisplay, type UnitPreference } from '../../shared/metric/unit.ts'
import { differenceText, valueText } from '../../shared/metric/value-text.ts'
import { dateText } from '../insight/wording/dates.ts'
import type { Sentence } from '../insight/wording/sentence.ts'
import type { AnswerFigure, AnswerPart } from './answer.ts'

/** Words and figures in their order. */
export type Telling = readonly AnswerPart[]

/** Writes words with figures and other tellings in them. */
export function tell(words: TemplateStringsArray, ...inserts: readonly (AnswerPart | Telling)[]): Telling {
  const parts: AnswerPart[] = []
  words.forEach((word, index) => {
    append(parts, word)
    const insert = inserts[index]
    if (insert === undefined) return
    if (Array.isArray(insert)) for (const part of insert) append(parts, part)
    else append(parts, insert as AnswerPart)
  })
  return parts
}

/** Each on a line of its own; those with nothing in them are left out. */
export function lines(...tellings: readonly (Telling | undefined)[]): Telling {
  return joined('\n', tellings)
}

/** One after the other in a line. */
export function sentences(...tellings: readonly (Telling | undefined)[]): Telling {
  return joined(' ', tellings)
}

/** `a, b and c`. */
export function listed(items: readonly Telling[], last = 'and'): Telling {
  const parts: AnswerPart[] = []
  items.forEach((item, index) => {
    if (index > 0) append(parts, index === items.length - 1 ? ` ${last} ` : ', ')
    for (const part of item) append(parts, part)
  })
  return parts
}

export const textOfTelling = (telling: Telling): string =>
  telling.map((part) => (typeof part === 'string' ? part : part.text)).join('')

function joined(mark: string, tellings: readonly (Telling | undefined)[]): Telling {
  const parts: AnswerPart[] = []
  for (const telling of tellings) {
    if (telling === undefined || telling.length === 0) continue
    if (parts.length > 0) append(parts, mark)
    for (const part of telling) append(parts, part)
  }
  return parts
}

function append(parts: AnswerPart[], part: AnswerPart): void {
  const last = parts.at(-1)
  if (part === '') return
  if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part
  else parts.push(part)
}

/** Where a figure stands and what it is called. */
export interface Place {
  readonly link: string
  readonly figure: string
}

/** A value as a sentence has it: `7 h 24`, `74.6 kg`, `8 214 steps`. */
export function valueFigure(metric: Metric, value: number, units: UnitPreference, place: Place): AnswerFigure {
  return { text: valueText(metric, value, units), ...measured(metric, value, units), ...place }
}

/** The same after the metric's name: `8 214`. */
export function amountFigure(metric: Metric, value: number, units: UnitPreference, place: Place): AnswerFigure {
  return { text: showValue(metric, value, units).text, ...measured(metric, value, units), ...place }
}

/** A difference without its sign, which the words say: `20 min`, `1 200 steps`. */
export function sizeFigure(metric: Metric, value: number, units: UnitPreference, place: Place): AnswerFigure {
  const text = differenceText(metric, Math.abs(value), units).replace(/^\+/, '')
  return { text, ...measured(metric, value, units), ...place }
}

const measured = (metric: Metric, value: number, units: UnitPreference) => ({
  value: toDisplay(metric, value, units),
  unit: unitName(metric, units),
})

/** What a figure of a metric is in: of a counted one its name. */
export function unitName(metric: Metric, units: UnitPreference): string {
  const unit = displayUnit(metric, units)
  return unit === '' && metric.quantity === 'count' ? metric.name.toLowerCase() : unit
}

export function dateFigure(date: CivilDate, place: Place): AnswerFigure {
  return { text: dateText(date), value: date, unit: 'date', ...place }
}

export function countFigure(value: number, unit: string, place: Place): AnswerFigure {
  return { text: String(value).replace(/\B(?=(\d{3})+$)/g, '\u202f'), value, unit, ...place }
}

/** `12 days`, `1 night`. */
export function countOf(value: number, noun: string, place: Place): Telling {
  return tell`${countFigure(value, `${noun}s`, place)} ${noun}${value === 1 ? '' : 's'}`
}

/** A sentence of the insights as a telling: each figure is that of `of` under its key, in the unit the person reads. */
export function retold(
  sentence: Sentence,
  {
    link,
    figure,
    metricOf,
    units,
  }: Place & { readonly metricOf: (key: string) => Metric | 'share' | undefined; readonly units: UnitPreference },
): Telling {
  return sentence.parts.map((part): AnswerPart => {
    if (typeof part === 'string') return part
    const place = { link, figure: `${figure}#${part.key}` }
    if (typeof part.value === 'string') return { text: part.text, value: part.value, unit: 'date', ...place }
    if (DAYS.test(part.key)) return { text: part.text, value: part.value, unit: 'days', ...place }
    if (part.key.startsWith('probability')) return { text: part.text, value: part.value * 100, unit: '%', ...place }
    if (part.key === 'weekday') return { text: part.text, value: part.value, unit: 'weekday', ...place }
    const metric = metricOf(part.key)
    if (metric === 'share') return { text: part.text, value: part.value * 100, unit: '%', ...place }
    return metric === undefined
      ? { text: part.text, value: part.value, unit: '', ...place }
      : { text: part.text, ...measured(metric, part.value, units), ...place }
  })
}

const DAYS = /(?:^|\.)(?:n|needed|withinDays|windowDays|lag)$/
