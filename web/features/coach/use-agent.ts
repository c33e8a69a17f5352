import { useEffect, useState } from 'react'
import type { CoachStanding } from '../../../shared/coach/turn.ts'
import { type Consent, NO_CONSENT, readConsent, writeConsent } from '../../coach-agent/consent.ts'
import { lateClient } from '../../coach-agent/late-desk.ts'
import { useDatabase, useLive } from '../../store/react.tsx'
import { readSyncAccount } from '../../store/sync-switch.ts'
import { agreedWith, readAgreed } from './agreed-agent.ts'
import { agentReady } from './late-parts.ts'

export interface AgentView {
  /** What the server has; undefined where that is not known: no account, no network, no answer yet. */
  readonly standing: CoachStanding | undefined
  /** What was agreed to; undefined until it is read. */
  readonly consent: Consent | undefined
  /** The agent that may be asked: agreed to, and still the one that the server has, as far as that is known. */
  readonly agreed: Consent['agent']
  /** The consent to that agent as it is stored when it is called; undefined where no agent may be asked. */
  readonly readAgreed: () => Promise<Consent | undefined>
  /** The server said that this device is not signed in. */
  readonly isSignedOut: boolean
  readonly setConsent: (consent: Consent) => Promise<boolean>
  /** Asks the server again what there is. */
  readonly refresh: () => void
}

/** The server's agent, and what the person agreed to. Without an account nothing is asked of any server. */
export function useAgent(): AgentView {
  const db = useDatabase()
  const { value: account } = useLive(async () => ({ isThere: (await readSyncAccount(db)) !== undefined }), [db])
  const { value: consent } = useLive(readConsent, [])
  const [standing, setStanding] = useState<CoachStanding>()
  const [isSignedOut, setSignedOut] = useState(false)
  const [turn, setTurn] = useState(0)
  const hasAccount = account?.isThere === true

  // biome-ignore lint/correctness/useExhaustiveDependencies: a further turn asks again.
  useEffect(() => {
    if (!hasAccount) return
    let gone = false
    const look = async () => {
      const answer = await (await lateClient()).standing()
      if (gone) return
      setSignedOut(!answer.ok && answer.failure.kind === 'signed-out')
      if (answer.ok) setStanding(answer.value)
      // A server that has no coach at all.
      else if (answer.failure.kind === 'unknown-turn') setStanding(undefined)
    }
    look().catch((error: unknown) => console.warn('The agent could not be asked for:', error))
    return () => {
      gone = true
    }
  }, [hasAccount, turn])
  useEffect(() => {
    const again = () => setTurn((count) => count + 1)
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [])

  // What draws its answers is there before the first of them.
  const hasAgent = consent !== undefined && consent.agent !== null
  useEffect(() => {
    if (hasAgent) void agentReady()
  }, [hasAgent])

  return {
    standing,
    consent,
    agreed: (consent && agreedWith(consent, hasAccount, standing)?.agent) ?? null,
    readAgreed: () => readAgreed(db, standing),
    isSignedOut,
    setConsent: async (to) => (await writeConsent(db, to)).ok,
    refresh: () => setTurn((count) => count + 1),
  }
}

/** Nothing was agreed to any more; what the person told of themself is forgotten too. */
export const WITHDRAWN = NO_CONSENT
