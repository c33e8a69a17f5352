import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { CoachStanding } from '../../../shared/coach/turn.ts'
import { NO_CONSENT, writeConsent } from '../../coach-agent/consent.ts'
import { turnOffSync, turnOnSync } from '../../store/sync-switch.ts'
import { good, testDatabase } from '../../store/test-database.ts'
import { testKeys } from '../../store/test-keys.ts'
import { readAgreed } from './agreed-agent.ts'

const AGENT = { kind: 'letta', name: 'Letty', where: 'letta.example' } as const
const AGREED = { ...NO_CONSENT, agent: AGENT, asksAgent: true }
const has = (agent: CoachStanding['agent']): CoachStanding => ({
  agent,
  remembered: false,
  budget: { turnsLeft: 1, tokensLeft: 1, resetsAt: 0 },
})

async function agreed() {
  const { db } = testDatabase()
  good(await turnOnSync(db, { account: 'a', keys: await testKeys() }))
  good(await writeConsent(db, AGREED))
  return db
}

describe('the agent that may be asked', () => {
  it('is the one that was agreed to, whether or not the server has said yet that it has it', async () => {
    const db = await agreed()
    expect(await readAgreed(db, undefined)).toEqual(AGREED)
    expect(await readAgreed(db, has(AGENT))).toEqual(AGREED)
  })

  it('is none from when consent is withdrawn or the account is gone', async () => {
    const withdrawn = await agreed()
    good(await writeConsent(withdrawn, NO_CONSENT))
    const alone = await agreed()
    good(await turnOffSync(alone))
    for (const db of [withdrawn, alone])
      for (const standing of [undefined, has(AGENT)]) expect(await readAgreed(db, standing)).toBeUndefined()
  })

  it('is none where the server has another one, one elsewhere, or none', async () => {
    const db = await agreed()
    for (const other of [{ ...AGENT, kind: 'openai' } as const, { ...AGENT, where: 'elsewhere.example' }, null])
      expect(await readAgreed(db, has(other))).toBeUndefined()
  })
})
