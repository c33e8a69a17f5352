import { beforeEach, describe, expect, it } from 'vitest'
import type { CoachStore, KeptAgent, Lease, TurnDraft, TurnHold } from './coach-port.ts'
import { newAccount, type Subject } from './contract-subject.ts'
import { AccountGone, type AccountId } from './ports.ts'

const NOW = 1_800_000_000_000
const MINUTE = 60_000
const DAY = Math.floor(NOW / 86_400_000)
const AGENT: KeptAgent = { kind: 'letta', agentId: 'agent-1', contextMark: 'mark' }
const PLENTY = { turns: 1000, tokens: 1e9, serverTokens: 1e12 }

const bytes = (text: string) => new TextEncoder().encode(text)
const at = (now: number): Lease => ({ now, leaseUntil: now + MINUTE })

/** What every store does for turns with an agent. */
export function describeCoach(subject: () => Subject): void {
  const coach = (): CoachStore => subject().store.coach
  /** The same data by another connection. */
  const other = (): CoachStore => subject().otherConnection?.coach ?? coach()
  let account: AccountId
  beforeEach(async () => {
    account = await newAccount(subject().store)
  })

  const draftOf = (change: Partial<TurnDraft> = {}): TurnDraft => ({
    account,
    turnId: crypto.randomUUID(),
    owner: crypto.randomUUID(),
    ...at(NOW),
    request: bytes('request'),
    proof: bytes('proof'),
    otid: 'otid',
    day: DAY,
    reserve: 1000,
    limits: PLENTY,
    ...change,
  })
  async function begun(change: Partial<TurnDraft> = {}): Promise<TurnDraft> {
    const draft = draftOf(change)
    expect(await coach().begin(draft)).toMatchObject({ outcome: 'begun' })
    return draft
  }
  const piece = (n: number, text = `piece ${n}`) => ({ n, sealed: bytes(text), cursor: n * 10 })
  const end = (hold: TurnHold, state: 'done' | 'failed' | 'refused' = 'done', tokens?: number, n = 0) =>
    coach().finish(hold, { state, piece: { n, sealed: bytes('end') }, tokens })
  const useOf = (day = DAY) => coach().use(account, day)
  const textsOf = async (turnId: string, from = 0) =>
    (await other().read(account, turnId, from))?.pieces.map(({ sealed }) => new TextDecoder().decode(sealed))

  describe('a turn', () => {
    it('is kept with the pieces of its reply until it is acknowledged, and read from any of them on', async () => {
      const draft = await begun()
      expect(await coach().write(draft, { ...at(NOW + 1), piece: piece(0), runId: 'run-1', agent: AGENT })).toBe('ok')
      expect(await coach().write(draft, { ...at(NOW + 2), piece: piece(1) })).toBe('ok')
      expect(await other().read(account, draft.turnId, 1)).toEqual({
        state: 'running',
        proof: expect.any(Uint8Array),
        otid: 'otid',
        runId: 'run-1',
        cursor: 10,
        leaseUntil: NOW + 2 + MINUTE,
        agent: AGENT,
        pieces: [{ n: 1, sealed: expect.any(Uint8Array) }],
      })
      expect(await coach().acknowledge(account, draft.turnId)).toBe('running')
      expect(await end(draft, 'done', 50, 2)).toBe(true)
      expect(await textsOf(draft.turnId)).toEqual(['piece 0', 'piece 1', 'end'])
      expect(await coach().read(account, draft.turnId, 0)).toMatchObject({ state: 'done', leaseUntil: 0 })
      expect(await coach().acknowledge(account, draft.turnId)).toBe('ok')
      expect(await coach().read(account, draft.turnId, 0)).toBeUndefined()
      expect(await coach().acknowledge(account, draft.turnId)).toBe('ok')
    })

    it('keeps its run and its cursor when only the lease is renewed', async () => {
      const draft = await begun()
      await coach().write(draft, { ...at(NOW), piece: piece(3), runId: 'run-1' })
      await coach().write(draft, at(NOW + 5))
      expect(await coach().read(account, draft.turnId, 0)).toMatchObject({ runId: 'run-1', cursor: 30 })
    })

    it('of another account is not there', async () => {
      const draft = await begun()
      const stranger = await newAccount(subject().store)
      expect(await coach().read(stranger, draft.turnId, 0)).toBeUndefined()
      expect(await coach().cancel(stranger, draft.turnId, NOW)).toBeUndefined()
      expect(await coach().acknowledge(stranger, draft.turnId)).toBe('ok')
      expect(await coach().write({ ...draft, account: stranger }, at(NOW))).toBe('lost')
      expect(await coach().read(account, draft.turnId, 0)).toMatchObject({ state: 'running' })
    })

    it('begun again is the one that there is, and another question under its id is told', async () => {
      const draft = await begun()
      expect(await other().begin({ ...draft, owner: 'another' })).toEqual({ outcome: 'kept' })
      expect(await other().begin({ ...draft, request: bytes('else') })).toEqual({ outcome: 'differs' })
      await end(draft)
      expect(await other().begin(draft)).toEqual({ outcome: 'kept' })
      expect(await useOf()).toMatchObject({ turns: 1 })
    })

    it('that the agent did not take can be asked anew, and changed', async () => {
      const draft = await begun()
      await end(draft, 'refused')
      expect(await coach().read(account, draft.turnId, 0)).toMatchObject({ state: 'refused' })
      const again = await begun({ turnId: draft.turnId, request: bytes('else') })
      expect(await textsOf(again.turnId)).toEqual([])
      expect(await coach().read(account, draft.turnId, 0)).toMatchObject({ state: 'running', runId: undefined })
    })
  })

  describe('one at a time', () => {
    it('runs for an account, whoever asks at once on whatever connection, and the others are told', async () => {
      for (let round = 0; round < 5; round += 1) {
        const drafts = Array.from({ length: 8 }, () => draftOf())
        const outcomes = await Promise.all(drafts.map((draft, n) => (n % 2 === 0 ? coach() : other()).begin(draft)))
        expect(outcomes.filter(({ outcome }) => outcome === 'begun')).toHaveLength(1)
        expect(outcomes.filter(({ outcome }) => outcome === 'busy')).toHaveLength(7)
        const first = drafts[outcomes.findIndex(({ outcome }) => outcome === 'begun')]
        if (first !== undefined) await end(first)
      }
      expect(await useOf()).toMatchObject({ turns: 5 })
    })

    it('runs for each of two accounts', async () => {
      await begun()
      await begun({ account: await newAccount(subject().store) })
    })

    it('is taken up by one of those who find its lease over, and who had it has lost it', async () => {
      const draft = await begun()
      await coach().write(draft, { ...at(NOW), piece: piece(0) })
      const hold = (owner: string): TurnHold => ({ account, turnId: draft.turnId, owner })
      expect(await other().take(hold('b'), at(NOW + MINUTE - 1))).toBe('busy')
      const takers = ['b', 'c', 'd', 'e']
      const taken = await Promise.all(
        takers.map((owner, n) => (n % 2 === 0 ? coach() : other()).take(hold(owner), at(NOW + MINUTE))),
      )
      expect(taken.toSorted()).toEqual(['busy', 'busy', 'busy', 'taken'])
      expect(await coach().write(draft, { ...at(NOW + MINUTE), piece: piece(1) })).toBe('lost')
      expect(await end(draft, 'failed', 0, 1)).toBe(false)
      expect(await textsOf(draft.turnId)).toEqual(['piece 0'])
      expect(await end(hold(takers[taken.indexOf('taken')] ?? ''), 'done', 0, 1)).toBe(true)
      expect(await coach().take(hold('f'), at(NOW + 9 * MINUTE))).toBe('over')
    })

    it('is taken up at once where its lease was let go', async () => {
      const draft = await begun()
      await coach().release(draft)
      expect(await other().take({ ...draft, owner: 'b' }, at(NOW))).toBe('taken')
    })

    it('ends the lease with itself', async () => {
      await end(await begun())
      await begun()
    })
  })

  describe('to cancel', () => {
    it('is told to who runs the turn, by the next that they write', async () => {
      const draft = await begun()
      await coach().write(draft, { ...at(NOW), runId: 'run-1', agent: AGENT })
      expect(await other().cancel(account, draft.turnId, NOW)).toMatchObject({
        state: 'running',
        runId: 'run-1',
        agent: AGENT,
      })
      expect(await coach().write(draft, at(NOW))).toBe('cancelled')
    })

    it('fails a turn that nobody runs, and changes none that has ended', async () => {
      const draft = await begun()
      await coach().cancel(account, draft.turnId, NOW + 2 * MINUTE)
      expect(await coach().read(account, draft.turnId, 0)).toMatchObject({ state: 'failed' })
      const next = await begun({ ...at(NOW + 2 * MINUTE) })
      await end(next)
      await coach().cancel(account, next.turnId, NOW)
      expect(await coach().read(account, next.turnId, 0)).toMatchObject({ state: 'done' })
      expect(await coach().cancel(account, crypto.randomUUID(), NOW)).toBeUndefined()
    })
  })

  describe('the budget of a day', () => {
    it('counts what is reserved at once, then what was used, and nothing for a question that was not taken', async () => {
      const first = await begun()
      expect(await useOf()).toMatchObject({ turns: 1, tokens: 1000 })
      await end(first, 'done', 1700)
      expect(await useOf()).toMatchObject({ turns: 1, tokens: 1700 })
      await end(await begun(), 'refused')
      expect(await useOf()).toMatchObject({ turns: 1, tokens: 1700 })
      await end(await begun(), 'failed')
      expect(await useOf()).toMatchObject({ turns: 2, tokens: 2700 })
      expect(await useOf(DAY + 1)).toMatchObject({ turns: 0, tokens: 0 })
    })

    it('is held for turns and for tokens, and is new with the next day', async () => {
      const limits = { ...PLENTY, turns: 2, tokens: 2500 }
      await end(await begun({ limits }), 'done', 1501)
      expect(await coach().begin(draftOf({ limits }))).toEqual({ outcome: 'budget' })
      await end(await begun({ limits, reserve: 999 }), 'done', 1)
      expect(await coach().begin(draftOf({ limits, reserve: 1 }))).toEqual({ outcome: 'budget' })
      await begun({ limits, day: DAY + 1 })
    })

    it('of the server is never passed by what many accounts reserve at once, on whatever connection', async () => {
      const accounts = await Promise.all(Array.from({ length: 8 }, () => newAccount(subject().store)))
      const day = DAY + 1000
      const { serverTokens } = await coach().use(account, day)
      const limits = { ...PLENTY, serverTokens: serverTokens + 3500 }
      const outcomes = await Promise.all(
        accounts.map((each, n) => (n % 2 === 0 ? coach() : other()).begin(draftOf({ account: each, day, limits }))),
      )
      expect(outcomes.filter(({ outcome }) => outcome === 'begun')).toHaveLength(3)
      expect(outcomes.filter(({ outcome }) => outcome === 'budget')).toHaveLength(5)
      expect((await coach().use(account, day)).serverTokens).toBe(serverTokens + 3000)
      await coach().removeOld(0)
    })
  })

  describe('to forget', () => {
    const hold = () => ({ account, owner: 'forgetter' })

    it('keeps others from asking, and leaves nothing but what was used up', async () => {
      const draft = await begun()
      await coach().write(draft, { ...at(NOW), agent: AGENT })
      await end(draft, 'done', 70)
      expect(await coach().holdToForget(hold(), at(NOW))).toEqual({ agent: AGENT })
      expect(await other().begin(draftOf())).toMatchObject({ outcome: 'busy' })
      await coach().endForgetting(hold(), true)
      expect(await useOf()).toMatchObject({ agent: undefined, turns: 1, tokens: 70 })
      expect(await coach().turnsOf(account)).toEqual([])
      await begun()
    })

    it('stops the turn that runs, and waits for it', async () => {
      const draft = await begun()
      expect(await other().holdToForget(hold(), at(NOW))).toBe('busy')
      expect(await coach().write(draft, at(NOW))).toBe('cancelled')
      await end(draft, 'failed')
      expect(await other().holdToForget(hold(), at(NOW))).toEqual({ agent: undefined })
    })

    it('that did not succeed leaves everything as it was', async () => {
      const draft = await begun()
      await coach().write(draft, { ...at(NOW), agent: AGENT })
      await end(draft)
      await coach().holdToForget(hold(), at(NOW))
      await coach().endForgetting(hold(), false)
      expect(await useOf()).toMatchObject({ agent: AGENT })
      expect(await coach().turnsOf(account)).toEqual([{ turnId: draft.turnId, state: 'done', startedAt: NOW }])
      await begun()
    })
  })

  it('removes turns by their age, whosever they are, and the use of days before', async () => {
    const old = await begun({ ...at(1000), day: 0 })
    const recent = await begun()
    expect(await coach().removeOld(1000)).toBe(0)
    expect(await coach().removeOld(1001)).toBe(1)
    expect(await coach().read(account, old.turnId, 0)).toBeUndefined()
    expect(await coach().read(account, recent.turnId, 0)).toBeDefined()
    expect(await useOf(0)).toMatchObject({ turns: 1 })
    await coach().removeOld(2 * 86_400_000)
    expect(await useOf(0)).toMatchObject({ turns: 0, tokens: 0 })
  })

  it('keeps nothing of a deleted account, and begins nothing for it', async () => {
    const draft = await begun()
    await coach().write(draft, { ...at(NOW), piece: piece(0), agent: AGENT })
    await subject().store.sync.deleteAccount(account)
    expect(await coach().read(account, draft.turnId, 0)).toBeUndefined()
    expect(await coach().write(draft, { ...at(NOW), piece: piece(1) })).toBe('lost')
    expect(await end(draft)).toBe(false)
    expect(await useOf()).toMatchObject({ agent: undefined, turns: 0 })
    await expect(coach().begin(draftOf())).rejects.toBeInstanceOf(AccountGone)
    await expect(coach().holdToForget({ account, owner: 'x' }, at(NOW))).rejects.toBeInstanceOf(AccountGone)
  })
}
