import type { CoachStanding } from '../../shared/coach/turn.ts'
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
  /** And in it what they called metrics of their own. */
  readonly names: boolean
  /** What they chose to tell of themself. Empty: nothing. */
  readonly about: string
  /** Whether a question goes to the agent, where it may. */
  readonly asksAgent: boolean
}

export type Agent = NonNullable<CoachStanding['agent']>

export const NO_CONSENT: Consent = { agent: null, context: false, names: false, about: '', asksAgent: false }

const NAME = 'coach-consent'

/** What is missing or impossible was not agreed to. */
export async function readConsent(db: Database): Promise<Consent> {
  const { agent, context, names, about, asksAgent } = objectOf(await readMeta(db, NAME))
  const agreed = agentOf(agent)
  if (agreed === null) return NO_CONSENT
  return {
    agent: agreed,
    context: context === true,
    names: names === true,
    about: typeof about === 'string' ? about : '',
    asksAgent: asksAgent === true,
  }
}

export function writeConsent(
  db: Database,
  { agent, context, names, about, asksAgent }: Consent,
): Promise<Result<void, SaveProblem>> {
  return writeMeta(db, NAME, { agent: agent && { ...agent }, context, names, about, asksAgent })
}

/** Whether this is the agent that was agreed to: another one, or one elsewhere, is asked for anew. */
export function isAgreed(consent: Consent, agent: Pick<Agent, 'kind' | 'where'>): boolean {
  return consent.agent !== null && consent.agent.kind === agent.kind && consent.agent.where === agent.where
}

/** What of a turn may be sent: consent is looked at when something is sent, and not only when it is asked. */
export function allowedBody(
  { body, bareBody, asOf, hasAbout }: Sendable,
  { context, about }: Consent,
): Pick<Sendable, 'body' | 'asOf'> {
  const isWithdrawn = (asOf !== '' && !context) || (hasAbout && about === '')
  return isWithdrawn ? { body: bareBody, asOf: '' } : { body, asOf }
}

/** What of a turn that waits says what is in it. */
export interface Sendable {
  readonly body: string
  readonly bareBody: string
  readonly asOf: string
  readonly hasAbout: boolean
}

export function agentOf(value: Json | undefined): Agent | null {
  const { kind, name, where } = objectOf(value)
  const isAgent = (kind === 'letta' || kind === 'openai') && typeof name === 'string' && typeof where === 'string'
  return isAgent ? { kind, name, where } : null
}

export const objectOf = (value: Json | undefined): { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { readonly [name: string]: Json })
    : {} // All that is left of JSON.
