import type { CoachStanding, TurnRequest } from '../../shared/coach/turn.ts'
import type { Json } from '../../shared/document/document.ts'
import type { Result } from '../../shared/result/result.ts'
import type { Database } from '../store/database.ts'
import { readMeta, writeMeta } from '../store/meta.ts'
import type { SaveProblem } from '../store/save-problem.ts'

/** What a person agreed to on this device. Each device is asked anew. */
export interface Consent {
  /** The agent that questions may go to, and the host; null: to none. */
  readonly agent: Agent | null
  /** Whether the summary of the person's data goes along. */
  readonly context: boolean
  /** What they chose to tell of themself. Empty: nothing. */
  readonly about: string
  /** Whether a question goes to the agent, where it may. */
  readonly asksAgent: boolean
}

export type Agent = NonNullable<CoachStanding['agent']>

export const NO_CONSENT: Consent = { agent: null, context: false, about: '', asksAgent: false }

const NAME = 'coach-consent'

/** What is missing or impossible was not agreed to. */
export async function readConsent(db: Database): Promise<Consent> {
  const kept = objectOf(await readMeta(db, NAME))
  const { kind, name, where } = objectOf(kept['agent'])
  const isAgent = (kind === 'letta' || kind === 'openai') && typeof name === 'string' && typeof where === 'string'
  if (!isAgent) return NO_CONSENT
  const about = kept['about']
  return {
    agent: { kind, name, where },
    context: kept['context'] === true,
    about: typeof about === 'string' ? about : '',
    asksAgent: kept['asksAgent'] === true,
  }
}

export function writeConsent(
  db: Database,
  { agent, context, about, asksAgent }: Consent,
): Promise<Result<void, SaveProblem>> {
  return writeMeta(db, NAME, { agent: agent && { ...agent }, context, about, asksAgent })
}

/** Whether this is the agent that was agreed to: another one, or one elsewhere, is asked for anew. */
export function isAgreed(consent: Consent, agent: Pick<Agent, 'kind' | 'where'>): boolean {
  return consent.agent !== null && consent.agent.kind === agent.kind && consent.agent.where === agent.where
}

/** The request without what may not be sent any more: consent is looked at when it is sent, and not only when it is asked. */
export function allowed(request: TurnRequest, consent: Consent): TurnRequest {
  const { about: _, ...rest } = request
  const isHeldBack = request.context !== null && !consent.context
  return {
    ...rest,
    // What was said before was said of it.
    ...(isHeldBack ? { context: null, recent: [] } : {}),
    ...(consent.about === '' || request.about === undefined ? {} : { about: request.about }),
  }
}

const objectOf = (value: Json | undefined): { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { readonly [name: string]: Json })
    : {} // All that is left of JSON.
