/** What a number field knows of itself between two keystrokes. */
export interface NumberDraft {
  /** What stands in the field, as typed. Undefined: the field shows its value. */
  readonly text: string | undefined
  /** The last value handed to the owner that has not come back yet. */
  readonly sent: { readonly value: number | undefined } | undefined
}

export const NO_DRAFT: NumberDraft = { text: undefined, sent: undefined }

/** How a number field reads and judges what is typed. */
export interface NumberRule {
  readonly read: (text: string) => number | undefined
  readonly show: (value: number) => string
  readonly min?: number | undefined
  readonly max?: number | undefined
}

export type NumberReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: number }
  /** `final`: no further keystroke can mend it, so it is said at once and not on leaving. */
  | { readonly kind: 'problem'; readonly problem: string; readonly final: boolean }

/** What the text says under the rule. */
export function readNumber(text: string, rule: NumberRule): NumberReading {
  if (text.trim() === '') return { kind: 'empty' }
  const value = rule.read(text)
  const { min, max, show } = rule
  if (value === undefined) {
    return { kind: 'problem', problem: 'This is not a number that can be read.', final: false }
  }
  if (max !== undefined && value > max) {
    return { kind: 'problem', problem: `At most ${show(max)}.`, final: true }
  }
  if (min !== undefined && value < min) {
    return { kind: 'problem', problem: `At least ${show(min)}.`, final: false }
  }
  return { kind: 'value', value }
}

/** Drops `sent` once the owner holds that value. */
export function settle(draft: NumberDraft, value: number | undefined): NumberDraft {
  return draft.sent !== undefined && Object.is(draft.sent.value, value) ? { ...draft, sent: undefined } : draft
}

/**
 * Whether what was typed must stay in a field that lost the focus: it is wrong, or it is not saved yet. Otherwise the
 * field goes back to showing its value.
 */
export function keepsText(draft: NumberDraft, problem: string | undefined): boolean {
  return draft.text !== undefined && (problem !== undefined || draft.sent !== undefined)
}

/** One step up (1) or down (-1), held to the bounds; from `start` where nothing is recorded yet. */
export function stepped(
  value: number | undefined,
  by: 1 | -1,
  step: number,
  bounds: { readonly start?: number | undefined; readonly min?: number | undefined; readonly max?: number | undefined },
): number {
  const { start, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = bounds
  if (value === undefined && start !== undefined) return Math.min(max, Math.max(min, start))
  const from = value ?? (Number.isFinite(min) ? min : 0)
  // Ten decimals, so that 74.6 + 0.1 is 74.7.
  return Math.min(max, Math.max(min, Number((from + by * step).toFixed(10))))
}
