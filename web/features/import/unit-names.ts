import type { InputUnit } from '../../importer/index.ts'

/** The units of a file's figures, as a person would say them. */
export const UNIT_NAMES: Record<InputUnit, string> = {
  kg: 'kilograms',
  lb: 'pounds',
  st: 'stones',
  g: 'grams',
  mg: 'milligrams',
  count: 'a count',
  h: 'hours',
  min: 'minutes',
  s: 'seconds',
  ms: 'milliseconds',
  'h:mm': 'h:mm',
  asleep: 'sleep stages',
  kcal: 'kcal',
  kJ: 'kJ',
  cal: 'cal',
  rating: '1 to 5',
  'rating-10': '1 to 10',
  'rating-100': '0 to 100',
  labels: 'mood words',
  own: 'as it is',
}
