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
  /** The summary that was shown and agreed to, until it has gone along; null: it has, or none is to. */
  readonly shown: Summary | null
}

/** A summary of the person's data, byte for byte as it is shown and sent. */
export interface Summary {
  readonly value: string
  /** SHA-256 of the value, in base64url. */
  readonly hash: string
  /** The day as of which it was made. */
  readonly asOf: string
}

export type Agent = NonNullable<CoachStanding['agent']>

export const NO_CONSENT: Consent = {
  agent: null,
  context: false,
  names: false,
  about: '',
  asksAgent: false,
  shown: null,
}

const NAME = 'coach-consent'

/** What is missing or impossible was not agreed to. */
export async function readConsent(db: Database): Promise<Consent> {
  const { agent, context, names, about, asksAgent, shown } = objectOf(await readMeta(db, NAME))
  const agreed = agentOf(agent)
  if (agreed === null) return NO_CONSENT
  return {
    agent: agreed,
    context: context === true,
    names: names === true,
    about: typeof about === 'string' ? about : '',
    asksAgent: asksAgent === true,
    shown: summaryOf(shown),
  }
}

export function writeConsent(
  db: Database,
  { agent, context, names, about, asksAgent, shown }: Consent,
): Promise<Result<void, SaveProblem>> {
  const kept = context && shown !== null ? { ...shown } : null
  return writeMeta(db, NAME, { agent: agent && { ...agent }, context, names, about, asksAgent, shown: kept })
}

/**
 * The summary that goes along with a question: the one that was shown, until it has been sent, and a fresh one from then on. So
 * nothing is sent first that was not seen, also where the insights have found more in between. Undefined where none may go along.
 */
export async function summaryToSend(
  { context, names, shown }: Consent,
  make: (withNames: boolean) => Promise<Summary>,
): Promise<Summary | undefined> {
  return context ? (shown ?? make(names)) : undefined
}

/** Notes that this is being sent: where it holds the summary that was shown, that one has served. */
export async function noteSent(db: Database, body: string): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    const kept = objectOf(await readMeta(db, NAME))
    const shown = summaryOf(kept['shown'])
    if (shown !== null && body.includes(`"hash":"${shown.hash}"`))
      await db.meta.put({ name: NAME, value: { ...kept, shown: null } })
  })
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

function summaryOf(kept: Json | undefined): Summary | null {
  const { value, hash, asOf } = objectOf(kept)
  const isSummary = typeof value === 'string' && typeof hash === 'string' && typeof asOf === 'string'
  return isSummary ? { value, hash, asOf } : null
}

export const objectOf = (value: Json | undefined): { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { readonly [name: string]: Json })
    : {} // All that is left of JSON.
