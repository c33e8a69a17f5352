import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { turnRequestSchema } from '../../../shared/coach/turn.ts'
import { type Consent, readConsent, type Summary, writeConsent } from '../../coach-agent/consent.ts'
import { addPending, type PendingTurn } from '../../coach-agent/pending-turns.ts'
import { sendWaiting } from '../../coach-agent/send-waiting.ts'
import { done, TestServer } from '../../coach-agent/test-server.ts'
import { TurnDesk } from '../../coach-agent/turn-desk.ts'
import { commit } from '../../store/commit.ts'
import { newId } from '../../store/identifiers.ts'
import { type Message, messageEdit } from '../../store/messages.ts'
import { date, good, START, testDatabase } from '../../store/test-database.ts'
import { questionMessage } from './made-messages.ts'
import { newTurnName, pendingTurn, recentOf } from './made-turn.ts'

const when = { date: date('2026-11-23'), at: START }
const question = (id: string, text = id) => questionMessage(id, text, when)
const answer = (id: string, asked: string, more: Partial<Message> = {}): Message => ({
  ...question(id),
  role: 'coach',
  by: 'device',
  question: asked,
  ...more,
})

const AGENT = { kind: 'openai', name: 'Llama', where: 'localhost' } as const
const AGREED: Consent = { agent: AGENT, context: true, names: false, about: '', asksAgent: true, shown: null }

/** Insights that find something more each time they are looked at. */
function changingInsights() {
  let looks = 0
  return async (): Promise<Summary> => {
    looks += 1
    return { value: `{"look":${looks}}`, hash: `hash-${looks}`, asOf: '2026-11-23' }
  }
}

async function world() {
  const { db } = testDatabase()
  const makeSummary = changingInsights()
  const server = new TestServer(...Array.from({ length: 6 }, () => [done('Rest')]))
  const state = { online: true }
  const desk = new TurnDesk({
    db,
    client: server,
    commit: (change) => commit(db, change),
    alone: (work) => work(),
    wait: async () => undefined,
    setTimer: () => () => undefined,
    isOnline: () => state.online,
    runInBackground: async () => undefined,
  })
  /** Shows the summary and agrees to it, as the sheet does. */
  const agree = async () => good(await writeConsent(db, { ...AGREED, shown: await makeSummary() }))
  const ask = async (text: string): Promise<PendingTurn> => {
    const asked = question(newId(), text)
    good(await commit(db, { kind: 'edit', label: 'x', edits: [messageEdit(asked)] }))
    return pendingTurn({
      turn: { turnId: crypto.randomUUID(), key: 'k'.repeat(43) },
      agent: AGENT,
      consent: await readConsent(db),
      question: asked,
      earlier: [],
      fallback: (id) => messageEdit(answer(id, asked.id)),
      makeSummary,
      newId,
    })
  }
  const sent = () => server.requests.map(({ text, context }) => `${text} ${context?.value ?? 'nothing'}`)
  return { db, desk, state, agree, ask, sent }
}

describe('the summary that goes along', () => {
  it('is first the one that was shown, whatever the insights have found since, and then a fresh one', async () => {
    const { db, desk, agree, ask, sent } = await world()
    await agree()
    await desk.ask(await ask('First?'))
    await desk.ask(await ask('Second?'))
    expect(sent()).toEqual(['First? {"look":1}', 'Second? {"look":2}'])
    expect((await readConsent(db)).shown).toBeNull()
  })

  it('is the one that was shown until one is sent, also where questions wait or are taken back', async () => {
    const { desk, state, agree, ask, sent } = await world()
    await agree()
    state.online = false
    const gone = await ask('Gone?')
    await desk.ask(gone)
    await desk.ask(await ask('Waiting?'))
    await desk.drop([gone.question])
    state.online = true
    await desk.ask(await ask('Asked?'))
    await desk.ask(await ask('Later?'))
    expect(sent()).toEqual(['Waiting? {"look":1}', 'Asked? {"look":1}', 'Later? {"look":2}'])
  })

  it('has been sent where the service worker sent it', async () => {
    const { db, agree, ask } = await world()
    await agree()
    const turn = await ask('First?')
    await addPending(db, turn)
    expect(await sendWaiting(db, async () => new Response(''))).toBe(false)
    expect((await readConsent(db)).shown).toBeNull()
  })

  it('is the one that was shown last where more is agreed to while a question waits', async () => {
    const { desk, state, agree, ask, sent } = await world()
    await agree()
    state.online = false
    await desk.ask(await ask('Before?'))
    await agree()
    state.online = true
    await desk.ask(await ask('After?'))
    expect(sent()).toEqual(['Before? {"look":1}', 'After? {"look":2}'])
  })

  it('is none, and none is made or kept, where it was not agreed to', async () => {
    const { db, ask } = await world()
    const shown = { value: '{}', hash: 'h', asOf: '2026-11-23' }
    good(await writeConsent(db, { ...AGREED, context: false, shown }))
    expect((await readConsent(db)).shown).toBeNull()
    const { body, bareBody, asOf } = await ask('Why?')
    expect(turnRequestSchema.parse(JSON.parse(body)).context).toBeNull()
    expect([body, asOf]).toEqual([bareBody, ''])
  })
})

describe('what was said before, for an agent', () => {
  const said = [
    question('q1'),
    answer('a1', 'q1', { text: 'You weigh 74.6 kg' }),
    question('q2'),
    answer('a2', 'q2', { by: 'agent', text: 'Rest', sentContext: { asOf: '2026-11-23', hash: 'h' } }),
    answer('a3', 'q2', { by: 'agent', text: 'Walk' }),
  ]

  it('is never what this device said, and nothing made from a summary where none is sent', () => {
    expect(recentOf(said, { context: true }).map(({ text }) => text)).toEqual(['q1', 'q2', 'Rest', 'Walk'])
    expect(recentOf(said, { context: false }).map(({ text }) => text)).toEqual(['q1', 'q2', 'Walk'])
  })

  it('is the last of it, as much as may be sent', () => {
    const many = Array.from({ length: 30 }, (_, index) => question(`q${index}`))
    expect(recentOf(many, { context: true })).toHaveLength(12)
    expect(recentOf(many, { context: true }).at(-1)).toEqual({ role: 'person', text: 'q29' })
    const long = [...many, question('x', 'x'.repeat(8000))]
    expect(recentOf(long, { context: true }).map(({ text }) => text.length)).toEqual([8000])
  })
})

describe('a turn', () => {
  it('stands in the conversation as: question, the agent’s answer, this device’s, an answer that comes late', async () => {
    const { ask } = await world()
    const turn = await ask('Why?')
    const ids = [turn.question, turn.answer, turn.fallback?.id ?? '', turn.late]
    expect(ids).toEqual(ids.toSorted())
    expect(new Set(ids).size).toBe(4)
  })

  it('has a key of 32 bytes in base64url', () => {
    const turn = newTurnName(
      (bytes) => bytes.fill(255),
      () => 'id',
    )
    expect(turn).toEqual({ turnId: 'id', key: `${'_'.repeat(42)}8` })
  })
})
