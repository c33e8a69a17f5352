import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { TurnRequest } from '../../shared/coach/turn.ts'
import { commit } from '../store/commit.ts'
import { newId } from '../store/identifiers.ts'
import { deleteMessageEdit, type Message, messageEdit, readMessages } from '../store/messages.ts'
import { date, good, START, testDatabase } from '../store/test-database.ts'
import { NO_CONSENT, readConsent, writeConsent } from './consent.ts'
import { addPending, type PendingTurn, readPending } from './pending-turns.ts'
import { sendWaiting } from './send-waiting.ts'
import { delta, done, error, type Said, TestServer } from './test-server.ts'
import { TurnDesk } from './turn-desk.ts'

const AGENT = { kind: 'openai', name: 'Llama', where: 'localhost' } as const
const AGREED = { agent: AGENT, context: true, names: false, about: 'I run', asksAgent: true, shown: null }
const TURN = '0190b6cb-d06a-4c4a-8f9c-537a1d3f2f0e'
const empty = { figures: [], unknown: [], actions: [], acted: [] }

async function world(...says: readonly Said[]) {
  const { db } = testDatabase()
  const server = new TestServer(...says)
  const state = { online: true, background: 0, live: [] as (string | undefined)[], ring: (): void => undefined }
  const open = () => {
    const desk = new TurnDesk({
      db,
      client: server,
      commit: (change) => commit(db, change),
      alone: (work) => work(),
      wait: async () => undefined,
      setTimer: (ring) => {
        state.ring = ring
        return () => undefined
      },
      isOnline: () => state.online,
      runInBackground: async () => void state.background++,
    })
    desk.subscribe(() => state.live.push(desk.current()?.text))
    return desk
  }
  good(await writeConsent(db, AGREED))
  const desk = open()
  return { db, server, state, desk, open }
}

/** Writes a question and answers its turn. */
async function question(db: Awaited<ReturnType<typeof world>>['db'], turnId = TURN): Promise<PendingTurn> {
  const when = { date: date('2026-11-23'), at: START }
  const asked: Message = { id: newId(), ...when, role: 'person', text: 'Why?', state: 'sent', ...empty }
  const answer = newId()
  const fallback: Message = {
    ...asked,
    id: newId(),
    role: 'coach',
    by: 'device',
    text: 'Seen here',
    question: asked.id,
  }
  good(await commit(db, { kind: 'edit', label: 'x', edits: [messageEdit(asked)] }))
  const bare: TurnRequest = { turnId, key: 'k'.repeat(43), text: 'Why?', context: null, recent: [] }
  const request: TurnRequest = {
    ...bare,
    context: { hash: 'h', value: '{"sleep":7.2}' },
    about: 'I run',
    recent: [{ role: 'person', text: 'earlier' }],
  }
  return {
    turnId,
    key: bare.key,
    body: JSON.stringify(request),
    bareBody: JSON.stringify(bare),
    hasAbout: true,
    asOf: '2026-11-23',
    question: asked.id,
    answer,
    late: newId(),
    agent: AGENT,
    tried: false,
    fallback: messageEdit(fallback),
  }
}

/** The server as the service worker reaches it. */
const fetchOf = (server: TestServer) => async (_url: string, init: RequestInit) => {
  const answer = await server.ask(String(init.body), new AbortController().signal)
  if (!answer.ok) throw new TypeError('no network')
  return new Response('')
}

const told = async (db: Parameters<typeof readMessages>[0]) =>
  (await readMessages(db)).map(({ role, by, text, state, problem }) =>
    [by ?? role, text, state, problem].filter(Boolean).join(' · '),
  )

describe('the desk of turns', () => {
  it('writes the answer, has the server forget the turn, and says what was sent', async () => {
    const { db, server, state, desk } = await world([delta('Rest'), delta(' well'), done('Rest well')])
    await desk.ask(await question(db))
    expect(await told(db)).toEqual(['person · Why? · sent', 'agent · Rest well · sent'])
    expect((await readMessages(db))[1]).toMatchObject({
      agent: 'Llama',
      turn: TURN,
      sentContext: { asOf: '2026-11-23', hash: 'h' },
    })
    expect(server.asked).toEqual([`ask ${TURN}`, `acknowledge ${TURN}`])
    expect(state.live).toEqual(['', 'Rest', 'Rest well', undefined])
    expect(await readPending(db)).toEqual([])
  })

  it('marks numbers that the agent was given neither in the summary nor by the person', async () => {
    const text = 'You slept 7.2 h: 98 of 65, or 1 in 3, and 5,000 steps'
    const { db, desk } = await world([done(text)])
    const turn = await question(db)
    const request = { ...JSON.parse(turn.body), text: 'Are 5000 steps enough, and 65?' }
    await desk.ask({ ...turn, body: JSON.stringify(request) })
    const { unknown = [] } = (await readMessages(db))[1] ?? {}
    expect(unknown.map(([from, to]) => text.slice(from, to))).toEqual(['98'])
  })

  it('a page that is closed in the middle loses nothing: the next one takes the turn up', async () => {
    const { db, server, open } = await world([delta('Rest'), 'cut'], [done('Rest well')])
    const turn = await question(db)
    server.beforeFrame = () => new Promise(() => undefined)
    void open().ask(turn)
    await expect.poll(() => server.asked).toEqual([`ask ${TURN}`])
    server.beforeFrame = () => undefined
    await open().work()
    expect(server.asked.slice(0, 2)).toEqual([`ask ${TURN}`, `resume ${TURN} after 0`])
    server.asked.length = 0
    await open().work()
    expect(server.asked).toEqual([])
  })

  it('gives this device’s answer where the agent has none, with the reason', async () => {
    const { db, desk } = await world([error('unreachable', '', 'no')])
    await desk.ask(await question(db))
    expect(await told(db)).toEqual([
      'person · Why? · sent',
      'agent · failed · unreachable',
      'device · Seen here · sent',
    ])
  })

  it('keeps what there was of an answer that was stopped, and says no more to it', async () => {
    const { db, desk } = await world([delta('Re'), error('cancelled', 'Re')])
    await desk.ask(await question(db))
    expect(await told(db)).toEqual(['person · Why? · sent', 'agent · Re · partial · cancelled'])
  })

  it('without a network this device answers at once, and the question is sent once there is one', async () => {
    const { db, server, state, desk } = await world([done('Rest')])
    state.online = false
    await desk.ask(await question(db))
    expect(await told(db)).toEqual(['person · Why? · queued', 'device · Seen here · sent'])
    expect([server.asked, state.background]).toEqual([[], 1])
    state.online = true
    await Promise.all([desk.work(), desk.work()])
    expect(await told(db)).toEqual(['person · Why? · sent', 'device · Seen here · sent', 'agent · Rest · sent'])
    expect(server.asked.filter((each) => each.startsWith('ask'))).toHaveLength(1)
  })

  it('this device answers meanwhile where the agent says nothing for long, and the agent’s answer comes below', async () => {
    const { db, server, state, desk } = await world([delta('Rest'), done('Rest')])
    let meanwhile: string[] = []
    server.beforeFrame = async () => {
      server.beforeFrame = () => undefined
      state.ring()
      await expect.poll(() => desk.current()?.phase).toBe('slow')
      meanwhile = await told(db)
    }
    await desk.ask(await question(db))
    expect(meanwhile).toEqual(['person · Why? · sent', 'device · Seen here · sent'])
    expect(await told(db)).toEqual([...meanwhile, 'agent · Rest · sent'])
  })

  it('writes no answer to a question that is deleted meanwhile, and sends none that was deleted before', async () => {
    const { db, server, state, desk } = await world([delta('Rest'), done('Rest')])
    const turn = await question(db)
    server.beforeFrame = async () => {
      server.beforeFrame = () => undefined
      good(await commit(db, { kind: 'delete', label: 'x', edits: [deleteMessageEdit(turn.question)] }))
      await desk.drop([turn.question])
    }
    await desk.ask(turn)
    expect(await told(db)).toEqual([])
    expect(server.asked).toContain(`acknowledge ${TURN}`)

    state.online = false
    const other = await question(db, '0190b6cb-d06a-4c4a-8f9c-537a1d3f2f0f')
    await desk.ask(other)
    await desk.drop([other.question])
    expect(await readPending(db)).toEqual([])
  })

  it('a server that is not reached is tried again after a while, and meanwhile this device answers', async () => {
    const { db, server, state, desk } = await world()
    await desk.ask(await question(db))
    expect(await told(db)).toEqual(['person · Why? · queued', 'device · Seen here · sent'])
    const tries = server.asked.length
    state.ring()
    await expect.poll(() => server.asked.length).toBeGreaterThan(tries)
  })

  it('what the service worker has sent is only fetched', async () => {
    const { db, server, state, desk } = await world([done('Rest')], [done('Rest')])
    state.online = false
    await desk.ask(await question(db))
    expect(await sendWaiting(db, fetchOf(server))).toBe(false)
    expect(await sendWaiting(db, fetchOf(server))).toBe(false)
    expect(server.asked).toEqual([`ask ${TURN}`])
    state.online = true
    await desk.work()
    expect(server.asked).toEqual([`ask ${TURN}`, `resume ${TURN} after 0`, `acknowledge ${TURN}`])
  })

  it('the service worker is asked for again where it did not get through', async () => {
    const { db, server } = await world('offline')
    await addPending(db, await question(db))
    expect(await sendWaiting(db, fetchOf(server))).toBe(true)
    expect(await readPending(db)).toMatchObject([{ tried: false }])
  })

  it('sends no summary, nothing about the person and nothing said before once consent to it is withdrawn', async () => {
    const { db, server, state, desk } = await world([done('Rest')])
    state.online = false
    await desk.ask(await question(db))
    good(await writeConsent(db, { ...AGREED, context: false, about: '' }))
    state.online = true
    await desk.work()
    expect(server.requests).toEqual([{ turnId: TURN, key: 'k'.repeat(43), text: 'Why?', context: null, recent: [] }])
  })

  it('asks nothing of an agent that is not agreed to any more', async () => {
    for (const consent of [NO_CONSENT, { ...AGREED, agent: { ...AGENT, where: 'elsewhere' } }]) {
      const { db, server, state, desk } = await world([done('Rest')])
      state.online = false
      await desk.ask(await question(db))
      good(await writeConsent(db, consent))
      state.online = true
      expect(await sendWaiting(db, fetchOf(server))).toBe(false)
      await desk.work()
      expect(server.asked).toEqual([])
      expect(await told(db)).toEqual(['person · Why? · sent', 'device · Seen here · sent'])
      expect(await readPending(db)).toEqual([])
    }
  })

  it('stopping asks the server to stop, and ends here where it says nothing', async () => {
    const { db, server, desk } = await world([delta('Re'), delta('st'), done('Rest')])
    let frames = 0
    server.beforeFrame = async () => {
      if (++frames < 2) return
      desk.stop()
      await expect.poll(() => server.asked).toContain(`cancel ${TURN}`)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await desk.ask(await question(db))
    expect(await told(db)).toEqual(['person · Why? · sent', 'agent · Re · partial · cancelled'])
  })
})

describe('consent', () => {
  it('is none before it was given, or where what is kept is nonsense', async () => {
    const { db } = testDatabase()
    expect(await readConsent(db)).toEqual(NO_CONSENT)
    await db.meta.put({ name: 'coach-consent', value: { agent: { kind: 'other' }, context: true } })
    expect(await readConsent(db)).toEqual(NO_CONSENT)
    good(await writeConsent(db, AGREED))
    expect(await readConsent(db)).toEqual(AGREED)
  })
})
