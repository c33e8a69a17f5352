import { type CivilDate, parseCivilDate } from '../../../shared/calendar/civil-date.ts'
import { dayText } from '../../ui/date-text.ts'

/** The reasons offered; anything else is the person's own word. */
export const REASONS = [
  { value: 'vacation', label: 'Vacation' },
  { value: 'illness', label: 'Illness' },
  { value: 'other', label: 'Other' },
] as const

export type ReasonKind = (typeof REASONS)[number]['value']

/** A pause as its form holds it: texts, `until` empty for an open end. */
export interface PauseDraft {
  readonly from: string
  readonly until: string
  readonly reason: ReasonKind
  readonly other: string
}

/** A stretch of days: `until` null where nobody knows yet when it ends. */
export interface Span {
  readonly from: CivilDate
  readonly until: CivilDate | null
}

export interface NamedSpan extends Span {
  readonly reason: string
}

export type PauseProblems = Partial<Record<'from' | 'until' | 'other' | 'overlap', string>>

export const REASON_LENGTH = 60

/** What is wrong with a draft, by field; empty when it can be kept. `others` are the pauses it must not overlap. */
export function problemsOfPause(draft: PauseDraft, others: readonly NamedSpan[]): PauseProblems {
  const from = parseCivilDate(draft.from)
  const until = draft.until === '' ? null : parseCivilDate(draft.until)
  if (draft.reason === 'other' && draft.other.trim().length > REASON_LENGTH)
    return { other: `At most ${REASON_LENGTH} characters.` }
  if (from === undefined) return { from: 'Choose the first day of the pause.' }
  if (until === undefined) return { until: 'Choose the last day, or leave it empty.' }
  if (until !== null && until < from)
    return { until: 'The last day is before the first. Swap them, or choose a later one.' }
  const clash = others.find((other) => overlap({ from, until }, other))
  if (clash === undefined) return {}
  return {
    overlap: `These days overlap the pause ${spanText(clash)} (${reasonText(clash.reason)}). Change that one, or choose other days.`,
  }
}

/** The stored fields of a draft without problems; undefined for one that has some. */
export function pauseOfDraft(draft: PauseDraft): NamedSpan | undefined {
  const from = parseCivilDate(draft.from)
  const until = draft.until === '' ? null : parseCivilDate(draft.until)
  if (from === undefined || until === undefined) return undefined
  const own = draft.other.trim()
  return { from, until, reason: draft.reason !== 'other' ? draft.reason : own === '' ? 'other' : own }
}

/** The form of a stored pause. */
export function draftOfPause(pause: NamedSpan): PauseDraft {
  const known = REASONS.find(({ value }) => value === pause.reason)
  return {
    from: pause.from,
    until: pause.until ?? '',
    reason: known?.value ?? 'other',
    other: known === undefined ? pause.reason : '',
  }
}

/** A reason as the screen says it. */
export function reasonText(reason: string): string {
  return REASONS.find(({ value }) => value === reason)?.label.toLowerCase() ?? reason
}

/** `Mon 2 Nov 2026 – Sun 8 Nov 2026`, one day alone, or `since Mon 2 Nov 2026`. */
export function spanText({ from, until }: Span): string {
  if (until === null) return `since ${dayText(from)}`
  return from === until ? dayText(from) : `${dayText(from)} – ${dayText(until)}`
}

function overlap(a: Span, b: Span): boolean {
  return (b.until === null || a.from <= b.until) && (a.until === null || b.from <= a.until)
}
