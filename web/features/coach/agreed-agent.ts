import type { CoachStanding } from '../../../shared/coach/turn.ts'
import { type Consent, isAgreed, readConsent } from '../../coach-agent/consent.ts'
import type { Database } from '../../store/database.ts'
import { readSyncAccount } from '../../store/sync-switch.ts'

/**
 * What was agreed to as it is stored at this moment, which need not be on the screen yet; undefined where no agent may be asked.
 * `standing` as for `agreedWith`.
 */
export async function readAgreed(db: Database, standing: CoachStanding | undefined): Promise<Consent | undefined> {
  const [consent, account] = await Promise.all([readConsent(db), readSyncAccount(db)])
  return agreedWith(consent, account !== undefined, standing)
}

/**
 * The consent where its agent may be asked: there is an account, and the agent is the one that the server has. Where the server
 * has not said, `standing` is undefined, and its agent counts as the one that was agreed to.
 */
export function agreedWith(
  consent: Consent,
  hasAccount: boolean,
  standing: CoachStanding | undefined,
): Consent | undefined {
  const agent = standing === undefined ? consent.agent : standing.agent
  return hasAccount && agent !== null && isAgreed(consent, agent) ? consent : undefined
}
