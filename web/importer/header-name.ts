import type { InputUnit } from './import-types.ts'

/** A header taken apart: its words in lower case, and the unit it names. */
export interface HeaderName {
  readonly name: string
  readonly unit?: InputUnit
  /** A unit in brackets that is none of ours, such as `bpm`: the column cannot hold what it does not measure. */
  readonly foreignUnit?: string
}

const UNITS: ReadonlyMap<string, InputUnit> = new Map(
  Object.entries({
    kg: 'kg',
    kgs: 'kg',
    kilogram: 'kg',
    kilograms: 'kg',
    kilogramm: 'kg',
    lb: 'lb',
    lbs: 'lb',
    pound: 'lb',
    pounds: 'lb',
    st: 'st',
    stone: 'st',
    stones: 'st',
    g: 'g',
    gr: 'g',
    gram: 'g',
    grams: 'g',
    gramm: 'g',
    mg: 'mg',
    kcal: 'kcal',
    kcals: 'kcal',
    kilocalories: 'kcal',
    kj: 'kJ',
    kilojoules: 'kJ',
    h: 'h',
    hr: 'h',
    hrs: 'h',
    hour: 'h',
    hours: 'h',
    std: 'h',
    stunden: 'h',
    min: 'min',
    mins: 'min',
    minute: 'min',
    minutes: 'min',
    minuten: 'min',
    s: 's',
    sec: 's',
    secs: 's',
    second: 's',
    seconds: 's',
    ms: 'ms',
    millis: 'ms',
    milliseconds: 'ms',
    count: 'count',
    steps: 'count',
    'h:mm': 'h:mm',
    'hh:mm': 'h:mm',
    'hh:mm:ss': 'h:mm',
    'h:mm:ss': 'h:mm',
    '1-5': 'rating',
    '1 5': 'rating',
    '1-10': 'rating-10',
    '1 10': 'rating-10',
    '0-100': 'rating-100',
    '0 100': 'rating-100',
  } as const),
)

const BRACKETED = /\s*[([{]([^()[\]{}]*(?:\([^()]*\))?[^()[\]{}]*)[)\]}]\s*$/

/** `Weight (lb)`, `weight_kg`, `sleepingSeconds`, ` Asleep duration (min) ` -> their words and their unit. */
export function headerName(header: string): HeaderName {
  const plain = header
    .replace(/^\uFEFF/, '')
    .trim()
    .replace(/^HK(?:Quantity|Category)TypeIdentifier(?=.)/, '')
  const bracket = BRACKETED.exec(plain)
  // Square brackets qualify ("Sleep Analysis [Asleep]"); round ones hold a unit or an explanation ("Deep (SWS)").
  if (bracket !== null && !plain.slice(bracket.index).trim().startsWith('[')) {
    const inside = (bracket[1] ?? '').trim().toLowerCase()
    const rest = words(plain.slice(0, bracket.index))
    const unit = UNITS.get(inside)
    if (rest !== '') return unit === undefined ? { name: rest, foreignUnit: inside } : { name: rest, unit }
  }
  const all = words(plain)
  const parts = all.split(' ')
  for (const length of [2, 1]) {
    if (parts.length <= length) continue
    const unit = UNITS.get(parts.slice(-length).join(' '))
    // "Total steps" and "step count" are names; their last word is no unit suffix.
    if (unit === undefined || unit === 'count') continue
    const name = parts
      .slice(0, -length)
      .join(' ')
      .replace(/ (?:in|per)$/, '')
    return { name, unit }
  }
  return { name: all }
}

/** The unit that a cell or a unit column names, or undefined. */
export function unitOfWord(word: string): InputUnit | undefined {
  return UNITS.get(word.trim().toLowerCase().replace(/\.$/, ''))
}

/** Camel case, underscores, points and dashes become single spaces; everything in lower case. */
function words(text: string): string {
  return text
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
