import type { Fields } from '../document/document.ts'
import { isAdditive, isWithinBounds, type Metric, type MetricId, type SourceId } from './metric.ts'

/** Where a day's value came from: typed by the person, their mood journal, or an import. */
export type Origin = 'typed' | 'journal' | SourceId

export interface Candidate {
  readonly origin: Origin
  readonly value: number
}

/** A metric's value on a day, who won, and who else had something to say. */
export interface DayValue extends Candidate {
  /** Every candidate, the winner first. */
  readonly candidates: readonly Candidate[]
}

/** The field of a day document in which a person's own value stands (no source) or an imported one. */
export function dayField(metric: MetricId, source?: SourceId): string {
  return source === undefined ? metric : `${metric}@${source}`
}

/** What a day field's name says, or undefined for a field that is no value (`deleted`, an unknown extension). */
export function parseDayField(field: string): { metric: MetricId; source?: SourceId } | undefined {
  if (field === 'deleted' || field === '') return undefined
  const at = field.indexOf('@')
  if (at < 0) return { metric: field as MetricId }
  if (at === 0 || at === field.length - 1) return undefined
  return { metric: field.slice(0, at) as MetricId, source: field.slice(at + 1) as SourceId }
}

/**
 * The winner rule. The typed value wins; else, for an additive metric, the largest over sources (each source has
 * already summed its own readings); else the first of `preferred` that has a value, then the first by name.
 * Values out of bounds and non-numbers are no candidates. Undefined: nothing recorded.
 */
export function dayValue(metric: Metric, fields: Fields, preferred: readonly SourceId[] = []): DayValue | undefined {
  const typed = fields[metric.id]
  const candidates: Candidate[] = []
  const prefix = `${metric.id}@`
  for (const field in fields) {
    if (!field.startsWith(prefix) || field === prefix) continue
    const value = fields[field]
    if (typeof value === 'number' && isWithinBounds(metric, value))
      candidates.push({ origin: field.slice(prefix.length) as SourceId, value })
  }
  if (candidates.length > 1) candidates.sort(isAdditive(metric) ? byValue : byPreference(preferred))
  if (typeof typed === 'number' && isWithinBounds(metric, typed)) candidates.unshift({ origin: 'typed', value: typed })
  const winner = candidates[0]
  return winner === undefined ? undefined : { ...winner, candidates }
}

const byName = (a: Candidate, b: Candidate) => (a.origin < b.origin ? -1 : a.origin > b.origin ? 1 : 0)
const byValue = (a: Candidate, b: Candidate) => b.value - a.value || byName(a, b)

function byPreference(preferred: readonly SourceId[]) {
  const rank = (candidate: Candidate) => {
    const index = preferred.indexOf(candidate.origin as SourceId)
    return index < 0 ? preferred.length : index
  }
  return (a: Candidate, b: Candidate) => rank(a) - rank(b) || byName(a, b)
}
