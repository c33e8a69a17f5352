import type { CoachErrorCode, CoachStop } from '../../../shared/coach/events.ts'

/** What a reason to stop comes to: an end that went well, one that did not, or a question that only we can answer. */
export type StopMeaning =
  | { readonly kind: 'done'; readonly stop: CoachStop }
  | { readonly kind: 'failed'; readonly code: CoachErrorCode; readonly retryable: boolean }
  | { readonly kind: 'asks' }

export const meaningOfStop = (reason: string): StopMeaning =>
  MEANINGS[reason] ?? { kind: 'failed', code: 'protocol', retryable: false }

const done = (stop: CoachStop): StopMeaning => ({ kind: 'done', stop })
const failed = (code: CoachErrorCode, retryable: boolean): StopMeaning => ({ kind: 'failed', code, retryable })

const MEANINGS: Readonly<Record<string, StopMeaning>> = {
  end_turn: done('end_turn'),
  no_tool_call: done('end_turn'),
  tool_rule: done('tool_rule'),
  max_steps: done('max_steps'),
  max_tokens_exceeded: done('max_tokens'),
  requires_approval: { kind: 'asks' },
  cancelled: failed('cancelled', true),
  insufficient_credits: failed('quota', false),
  context_window_overflow_in_system_prompt: failed('context_overflow', false),
  llm_api_error: failed('llm', true),
  invalid_llm_response: failed('llm', true),
  invalid_tool_call: failed('llm', true),
  error: failed('upstream', true),
}
