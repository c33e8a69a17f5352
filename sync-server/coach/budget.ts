import type { CoachStanding, TurnRequest } from '../../shared/coach/turn.ts'
import { type CoachUse, type DayLimits, dayOf, startOfDay } from '../store/coach-port.ts'

/**
 * Tokens that a turn counts until the service has said how many it took, and for good where it never says: a token for every three
 * characters that are sent, and those of a long answer. What an agent remembers besides is not known before, so the last turn of a
 * day may take more than is left.
 */
export function reserveFor({ text, context, about, recent }: TurnRequest): number {
  const before = recent.reduce((sum, message) => sum + message.text.length, 0)
  const characters = text.length + (context?.value.length ?? 0) + (about?.length ?? 0) + before
  return Math.ceil(characters / CHARACTERS_A_TOKEN) + REPLY_TOKENS
}

const CHARACTERS_A_TOKEN = 3
const REPLY_TOKENS = 1000

/** What is left of the day, of the person's own and of what the server has for all. */
export function budgetLeft(use: CoachUse, limits: DayLimits, now: number): CoachStanding['budget'] {
  const tokens = Math.min(limits.tokens - use.tokens, limits.serverTokens - use.serverTokens)
  return {
    turnsLeft: Math.max(0, limits.turns - use.turns),
    tokensLeft: Math.max(0, tokens),
    resetsAt: startOfDay(dayOf(now) + 1),
  }
}
