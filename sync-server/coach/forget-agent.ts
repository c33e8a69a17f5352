import type { CoachErrorCode } from '../../shared/coach/events.ts'
import { fail, ok, type Result } from '../../shared/result/result.ts'
import type { CoachStore } from '../store/coach-port.ts'
import type { AccountId } from '../store/ports.ts'
import type { CoachSecrets } from './coach-secrets.ts'
import { FORGET_LEASE_MS, leaseFrom } from './lease.ts'
import type { Forgotten } from './port.ts'
import { rest } from './rest.ts'
import type { SetTimer } from './save-turn.ts'
import type { CoachAgent } from './service.ts'

export interface ForgetPorts {
  readonly agent: CoachAgent | undefined
  readonly store: Pick<CoachStore, 'holdToForget' | 'endForgetting'>
  readonly secrets: CoachSecrets
  readonly setTimer: SetTimer
  readonly now: () => number
  readonly newId: () => string
}

/** How long a running turn has to come to its end, in ms, and how often it is looked at. */
const TURN_ENDS_WITHIN_MS = 10_000
const LOOK_EVERY_MS = 250

/** Deletes a person's agent at its service, and then what the server knows of it: never the other way round. */
export async function forgetAgent(
  account: AccountId,
  { agent, store, secrets, setTimer, now, newId }: ForgetPorts,
): Promise<Result<Forgotten, CoachErrorCode>> {
  const hold = { account, owner: newId() }
  const giveUpAt = now() + TURN_ENDS_WITHIN_MS
  let held = await store.holdToForget(hold, leaseFrom(now(), FORGET_LEASE_MS))
  while (held === 'busy') {
    if (now() >= giveUpAt) return fail('busy')
    await rest(setTimer, LOOK_EVERY_MS, new AbortController().signal)
    held = await store.holdToForget(hold, leaseFrom(now(), FORGET_LEASE_MS))
  }
  let forgotten: Result<Forgotten, CoachErrorCode> = fail('upstream')
  try {
    forgotten = await atService()
  } finally {
    await store.endForgetting(hold, forgotten.ok)
  }
  return forgotten

  async function atService(): Promise<Result<Forgotten, CoachErrorCode>> {
    const kept = held === 'busy' ? undefined : held.agent
    // The key to another service is not here any more: what it holds cannot be deleted, nor be called deleted.
    const isElsewhere = kept?.agentId !== undefined && kept.kind !== agent?.coach.kind
    if (isElsewhere) return fail('no_agent')
    if (agent === undefined) return ok({ agents: 0, blocks: 0, archives: 0 })
    const ref = kept === undefined ? undefined : (({ kind: _, ...known }) => known)(kept)
    return agent.coach.forget({ pseudonym: secrets.pseudonym(account) }, ref)
  }
}
