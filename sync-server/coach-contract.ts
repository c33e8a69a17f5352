import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import { COACH_PATHS, COACH_PROBLEMS } from '../shared/coach/protocol.ts'
import { coachStandingSchema, type TurnRequest } from '../shared/coach/turn.ts'
import { PATHS } from '../shared/sync/protocol.ts'
import { type AppUnderTest, appUnderTest } from './app-under-test.ts'
import { type ScriptedCoach, scriptedCoach } from './coach/scripted-coach.ts'
import { type HeardTurn, readTurn } from './coach/turn-reader.ts'
import { newCredentials } from './http-contract-subject.ts'
import type { DayLimits } from './store/coach-port.ts'
import type { Store } from './store/ports.ts'

/** Two processes' stores of the same data. */
export type OpenTwoStores = () => Promise<{
  readonly stores: readonly [Store, Store]
  readonly dispose: () => Promise<void>
}>

const PLENTY: DayLimits = { turns: 100, tokens: 1e6, serverTokens: 1e9 }
const MINUTE = 60_000
const ANSWER = ['You slept ', '7 h 12', ' min 👩‍👩‍👧 ', 'on average.']
const WHOLE = ANSWER.join('')

const newRequest = (change: Partial<TurnRequest> = {}): TurnRequest => ({
  turnId: crypto.randomUUID(),
  key: Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url'),
  text: 'How did I sleep?',
  context: { hash: 'hash', value: '{"sleep":{"mean":7.2}}' },
  recent: [],
  ...change,
})

/** What two processes with one database do with turns, and one of them by itself. The agent is the test's. */
export function describeCoachTurns(name: string, open: OpenTwoStores): void {
  describe(name, () => {
    let stores: readonly [Store, Store]
    let dispose: () => Promise<void>
    let coach: ScriptedCoach
    let [a, b]: AppUnderTest[] = []
    let headers: Record<string, string>
    let password: string
    let skewMs = 0
    beforeAll(async () => {
      ;({ stores, dispose } = await open())
    })
    afterAll(() => dispose())
    beforeEach(async () => {
      skewMs = 0
      coach = scriptedCoach()
      ;[a, b] = [start(stores[0]), start(stores[1], {}, () => skewMs)]
      const account = await signUp(first())
      headers = account.headers
      password = account.password
    })
    afterEach(async () => {
      vi.restoreAllMocks()
      await Promise.all([first().app.handOverTurns(), second().app.handOverTurns()])
    })

    const first = (): AppUnderTest => a as AppUnderTest
    const second = (): AppUnderTest => b as AppUnderTest
    const start = (store: Store, limits: Partial<DayLimits> = {}, ahead = () => 0) =>
      appUnderTest({
        store,
        now: () => Date.now() + ahead(),
        agent: { coach, name: 'Coach', where: 'agents.example.org', limits: { ...PLENTY, ...limits } },
      })
    async function signUp(on: AppUnderTest) {
      const { email, password } = newCredentials()
      const made = await on.app.hono.request(`${PATHS.auth}/sign-up/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'P', email, password }),
      })
      const cookie = made.headers.getSetCookie()[0]?.split(';')[0] ?? ''
      return { password, headers: { cookie, 'content-type': 'application/json' } }
    }
    const send = (on: AppUnderTest, path: string, body?: unknown, method = 'POST', as = headers) =>
      on.app.hono.request(path, { method, headers: as, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
    const ask = async (on: AppUnderTest, request: TurnRequest) => readTurn(await send(on, COACH_PATHS.turns, request))
    const resume = async (on: AppUnderTest, { turnId, key }: TurnRequest, after = 0) =>
      readTurn(await send(on, COACH_PATHS.resume, { turnId, key, after }))
    const codeOf = async (response: Response) => [
      response.status,
      z.object({ code: z.string() }).parse(await response.json()).code,
    ]
    const done = (text: string) => ({ type: 'done', stop: 'end_turn', usage: { prompt: 30, completion: 12 }, text })
    const expectAnswer = (heard: HeardTurn) => {
      expect(heard.text).toBe(WHOLE)
      expect(heard.ends).toEqual([done(WHOLE)])
      expect(heard.at).toBe(WHOLE.length)
    }
    const answer = () => {
      coach.say(...ANSWER)
      coach.end()
    }
    const standing = async (on = first()) =>
      coachStandingSchema.parse(await (await send(on, COACH_PATHS.coach, undefined, 'GET')).json())
    /** Waits until what was said so far is in the database. */
    const saved = (request: TurnRequest, text: string) =>
      vi.waitFor(async () => {
        const turn = await resume(second(), request)
        const { text: kept } = await turn.until(text.length)
        await turn.leave()
        expect(kept).toBe(text)
      })

    it('streams the reply as it comes, asks with marks in place of an account, and says what is left', async () => {
      const request = newRequest({ about: 'I run' })
      const turn = await ask(first(), request)
      coach.say('You slept ')
      expect((await turn.until(10)).text).toBe('You slept ')
      coach.say(...ANSWER.slice(1))
      coach.end()
      expectAnswer(await turn.over)
      expect(coach.sent).toMatchObject([
        { text: request.text, ref: undefined, context: { value: request.context?.value }, about: { value: 'I run' } },
      ])
      expect(coach.sent[0]?.person.pseudonym).toMatch(/^[0-9a-f]{32}$/)
      expect(await standing()).toMatchObject({
        agent: { kind: 'letta', name: 'Coach', where: 'agents.example.org' },
        budget: { turnsLeft: 99, tokensLeft: 1e6 - 42 },
        remembered: true,
      })
    })

    it('tells the next turn of the agent of the one before, and the same mark for the same context alone', async () => {
      for (const value of ['{"a":1}', '{"a":1}', '{"a":2}']) {
        coach.reset()
        const turn = await ask(first(), newRequest({ context: { hash: 'h', value } }))
        answer()
        await turn.over
      }
      expect(coach.sent.map(({ ref }) => ref?.agentId)).toEqual([undefined, 'agent-1', 'agent-1'])
      const marks = coach.sent.map(({ context }) => context?.mark)
      expect(marks[0]).toBe(marks[1])
      expect(marks[0]).not.toBe(marks[2])
    })

    it('asks once, however often and wherever it is asked to, and tells all of them the same', async () => {
      const request = newRequest()
      const turns = [await ask(first(), request), await ask(first(), request), await ask(second(), request)]
      answer()
      for (const turn of turns) expectAnswer(await turn.over)
      expectAnswer(await (await ask(second(), request)).over)
      expect(coach.sent).toHaveLength(1)
      expect((await standing()).budget.turnsLeft).toBe(99)
      expect(await codeOf(await send(second(), COACH_PATHS.turns, { ...request, text: 'Something else' }))).toEqual([
        409,
        COACH_PROBLEMS.differs,
      ])
    })

    it('runs one of the turns that two tabs ask for at once on two processes, and tells the other to wait', async () => {
      const turns = await Promise.all([ask(first(), newRequest()), ask(second(), newRequest())])
      await vi.waitFor(() => expect(turns.some(({ heard }) => heard.ends.length > 0)).toBe(true))
      const waits = turns.flatMap(({ heard }) => heard.ends)
      expect(waits).toEqual([
        {
          type: 'error',
          code: 'busy',
          retryable: true,
          accepted: 'no',
          partial: '',
          retryAfterMs: expect.any(Number),
        },
      ])
      answer()
      const heard = await Promise.all(turns.map(({ over }) => over))
      expect(heard.filter(({ text }) => text === WHOLE)).toHaveLength(1)
      expect(coach.sent).toHaveLength(1)
    })

    it('goes on when the browser leaves, and gives the rest to who comes back, on whatever process', async () => {
      const request = newRequest()
      const turn = await ask(first(), request)
      coach.say(...ANSWER.slice(0, 2))
      const { at, text } = await turn.until(16)
      await turn.leave()
      coach.say(...ANSWER.slice(2))
      coach.end()
      for (const on of [first(), second()]) {
        const rest = await (await resume(on, request, at)).over
        expect(text + rest.text).toBe(WHOLE)
        expect(rest.ends).toEqual([done(WHOLE)])
      }
    })

    it('can be gone on with from anywhere, and never between the halves of a character', async () => {
      const request = newRequest()
      const turn = await ask(first(), request)
      answer()
      await turn.over
      for (let after = 0; after <= WHOLE.length + 3; after += 1) {
        const { text, ends } = await (await resume(second(), request, after)).over
        expect(WHOLE.endsWith(text)).toBe(true)
        expect(text.length).toBeGreaterThanOrEqual(WHOLE.length - after)
        expect(ends).toEqual([done(WHOLE)])
      }
    })

    it('is gone on with by another process once the lease of one that died is over, with not a byte lost or twice', async () => {
      const request = newRequest()
      const turn = await ask(first(), request)
      coach.say(...ANSWER.slice(0, 2))
      const { at, text } = await turn.until(16)
      await saved(request, text)
      // What it does from now on does not come to the database, and its listeners are cut off.
      vi.spyOn(stores[0].coach, 'write').mockRejectedValue(new Error('the process is dead'))
      await turn.leave()
      skewMs = MINUTE
      const rest = await resume(second(), request, at)
      coach.say(...ANSWER.slice(2))
      await rest.until(WHOLE.length - at)
      const log = () => [...first().lines, ...second().lines].join('')
      await vi.waitFor(() => expect(log()).toContain('"a turn failed"'), 5000)
      coach.end()
      const heard = await rest.over
      expect(text + heard.text).toBe(WHOLE)
      expect(heard.ends).toEqual([done(WHOLE)])
      expect(coach.sent).toHaveLength(1)
      expect(coach.resumed).toMatchObject([{ ref: { agentId: 'agent-1' }, runId: 'run-1', cursor: 2, partial: text }])
      expect(coach.resumed[0]?.otid).toBe(coach.sent[0]?.otid)
      expect(log()).not.toMatch(/the process is dead|slept|7 h|How did|run-1|agent-1/)
    })

    it('gives a device that is ahead of what a dead process had kept only what comes after that', async () => {
      const request = newRequest()
      const turn = await ask(first(), request)
      coach.say(ANSWER[0] ?? '')
      await turn.until(10)
      await saved(request, ANSWER[0] ?? '')
      vi.spyOn(stores[0].coach, 'write').mockRejectedValue(new Error('the process is dead'))
      coach.say(ANSWER[1] ?? '')
      const { at, text } = await turn.until(16)
      await turn.leave()
      skewMs = MINUTE
      const rest = await resume(second(), request, at)
      coach.say(...ANSWER.slice(2))
      coach.end()
      expect(text + (await rest.over).text).toBe(WHOLE)
    })

    it('is handed over by a process that stops, at once and whole, with its streams open at their ends', async () => {
      const request = newRequest()
      const turn = await ask(first(), request)
      coach.say(...ANSWER.slice(0, 3))
      const { at, text } = await turn.until(17)
      first().app.endStreams()
      await first().app.handOverTurns()
      expect((await turn.over).ends).toEqual([])
      expect(coach.cancelled).toEqual([])
      const rest = await resume(second(), request, at)
      coach.say(ANSWER[3] ?? '')
      coach.end()
      expect(text + (await rest.over).text).toBe(WHOLE)
    })

    it('is stopped wherever it runs, at the service too, and keeps what was said', async () => {
      for (const on of [first(), second()]) {
        coach.reset()
        const request = newRequest()
        const turn = await ask(first(), request)
        coach.say('You slept ')
        await turn.until(10)
        await vi.waitFor(async () => {
          coach.say('.')
          expect((await send(on, COACH_PATHS.cancel, { turnId: request.turnId })).status).toBe(200)
          expect(turn.heard.ends).toHaveLength(1)
        }, 5000)
        const { text, ends } = await turn.over
        expect(ends).toEqual([{ type: 'error', code: 'cancelled', retryable: false, accepted: 'yes', partial: text }])
        expect(coach.cancelled.at(-1)).toBe('run-1')
        expect((await (await resume(second(), request)).over).ends).toEqual(ends)
      }
    })

    it('is nobody else’s: another account does not find it, and another key does not open it', async () => {
      const request = newRequest()
      const turn = await ask(first(), request)
      const stranger = await signUp(second())
      const { turnId, key } = request
      const others = newRequest().key
      for (const on of [first(), second()]) {
        const as = stranger.headers
        expect(await codeOf(await send(on, COACH_PATHS.resume, { turnId, key, after: 0 }, 'POST', as))).toEqual([
          404,
          COACH_PROBLEMS.unknown,
        ])
        expect((await send(on, COACH_PATHS.cancel, { turnId }, 'POST', as)).status).toBe(404)
        expect((await send(on, COACH_PATHS.acknowledge, { turnId }, 'POST', as)).status).toBe(200)
        expect(await codeOf(await send(on, COACH_PATHS.resume, { turnId, key: others, after: 0 }))).toEqual([
          403,
          COACH_PROBLEMS.key,
        ])
      }
      answer()
      expectAnswer(await turn.over)
    })

    it('is forgotten when it is acknowledged, and not before it has ended', async () => {
      const request = newRequest()
      const { turnId } = request
      const turn = await ask(first(), request)
      expect(await codeOf(await send(second(), COACH_PATHS.acknowledge, { turnId }))).toEqual([
        409,
        COACH_PROBLEMS.running,
      ])
      answer()
      await turn.over
      expect((await send(second(), COACH_PATHS.acknowledge, { turnId })).status).toBe(200)
      expect((await send(first(), COACH_PATHS.resume, { turnId, key: request.key, after: 0 })).status).toBe(404)
    })

    it('that the agent did not take may be asked anew, counts nothing, and may then be another question', async () => {
      const request = newRequest()
      const turn = await ask(first(), request)
      coach.end({ type: 'error', code: 'unreachable', retryable: true, accepted: 'no', partial: '' })
      expect((await turn.over).ends).toMatchObject([{ code: 'unreachable', accepted: 'no' }])
      expect((await standing()).budget).toMatchObject({ turnsLeft: 100, tokensLeft: 1e6 })
      coach.reset()
      const again = await ask(second(), { ...request, context: null })
      answer()
      expectAnswer(await again.over)
      expect(coach.sent.map(({ context }) => context === null)).toEqual([false, true])
      expect(coach.sent[0]?.otid).not.toBe(coach.sent[1]?.otid)
    })

    it('that broke off after the agent took it is kept as it is, and counts', async () => {
      const request = newRequest()
      const turn = await ask(first(), request)
      coach.say('You ')
      coach.end({ type: 'error', code: 'cut', retryable: false, accepted: 'yes', partial: '' })
      const ends = [{ type: 'error', code: 'cut', retryable: false, accepted: 'yes', partial: 'You ' }]
      expect((await turn.over).ends).toEqual(ends)
      expect((await (await ask(second(), request)).over).ends).toEqual(ends)
      expect(coach.sent).toHaveLength(1)
      expect((await standing()).budget.turnsLeft).toBe(99)
    })

    it('is bounded by the budget of the day over both processes, which says when there is a new one', async () => {
      const limited = [start(stores[0], { turns: 2 }), start(stores[1], { turns: 2 })] as const
      for (const on of limited) {
        coach.reset()
        const turn = await ask(on, newRequest())
        answer()
        await turn.over
      }
      for (const on of limited) {
        const [end] = (await (await ask(on, newRequest())).over).ends
        expect(end).toMatchObject({ type: 'error', code: 'budget', accepted: 'no', retryable: true })
        expect(end?.type === 'error' ? end.retryAfterMs : 0).toBeLessThanOrEqual(86_400_000)
        expect((await standing(on)).budget.turnsLeft).toBe(0)
      }
      expect(coach.sent).toHaveLength(2)
      const poor = start(stores[0], { serverTokens: 10 })
      expect((await (await ask(poor, newRequest())).over).ends).toMatchObject([{ code: 'budget' }])
    })

    it('says that it is there every so often, and ends with the session', async () => {
      const turn = await ask(first(), newRequest())
      const before = turn.heard.heartbeats
      first().tick()
      await vi.waitFor(() => expect(turn.heard.heartbeats).toBe(before + 1))
      expect((await send(first(), `${PATHS.auth}/sign-out`, {})).status).toBe(200)
      first().tick()
      expect((await turn.over).ends).toEqual([])
      answer()
    })

    it('to a server without an agent is refused, and says so', async () => {
      const none = appUnderTest({ store: stores[0] })
      expect((await (await ask(none, newRequest())).over).ends).toMatchObject([
        { code: 'no_agent', accepted: 'no', retryable: false },
      ])
      expect(await standing(none)).toMatchObject({ agent: null, remembered: false })
      expect(await (await send(none, COACH_PATHS.coach, undefined, 'DELETE')).json()).toEqual({
        agents: 0,
        blocks: 0,
        archives: 0,
      })
    })

    describe('forgetting', () => {
      it('stops what runs on any process, deletes at the service, and then what is kept here', async () => {
        const request = newRequest()
        const turn = await ask(first(), request)
        coach.say('You ')
        await turn.until(4)
        const response = await send(second(), COACH_PATHS.coach, undefined, 'DELETE')
        expect([response.status, await response.json()]).toEqual([200, { agents: 1, blocks: 3, archives: 0 }])
        expect(coach.forgotten).toEqual([coach.sent[0]?.person.pseudonym])
        expect((await standing()).remembered).toBe(false)
        expect((await send(first(), COACH_PATHS.resume, { ...pick(request), after: 0 })).status).toBe(404)
        expect((await turn.over).ends).toMatchObject([{ code: 'cancelled' }])
      })

      it('that the service does not confirm is told, and the way to the agent is kept', async () => {
        const turn = await ask(first(), newRequest())
        answer()
        await turn.over
        coach.failToForget('unreachable')
        const response = await send(first(), COACH_PATHS.coach, undefined, 'DELETE')
        expect(response.status).toBe(502)
        expect(await response.json()).toMatchObject({ code: COACH_PROBLEMS.kept, failure: 'unreachable' })
        expect((await standing()).remembered).toBe(true)
      })

      it.each([undefined, 'unreachable' as const])(
        'goes before the deletion of the account, which says when it failed: %s',
        async (failure) => {
          const remove = () => send(first(), PATHS.account, { password }, 'DELETE')
          const turn = await ask(first(), newRequest())
          answer()
          await turn.over
          if (failure !== undefined) coach.failToForget(failure)
          const response = await remove()
          expect([response.status, await response.json()]).toEqual([
            200,
            { agent: failure === undefined ? 'forgotten' : 'kept' },
          ])
          expect(coach.forgotten).toHaveLength(1)
          expect((await send(second(), COACH_PATHS.coach, undefined, 'GET')).status).toBe(401)
        },
      )
    })

    it('is stopped before its account is deleted, which forgets an agent that it may just be making', async () => {
      const turn = await ask(first(), newRequest())
      const response = await send(second(), PATHS.account, { password }, 'DELETE')
      expect([response.status, await response.json()]).toEqual([200, { agent: 'forgotten' }])
      expect(coach.forgotten).toHaveLength(1)
      await turn.over
      expect(coach.cancelled).toEqual(['run-1'])
    })

    it('is in the export of the account by its id alone', async () => {
      const request = newRequest()
      const turn = await ask(first(), request)
      answer()
      await turn.over
      const text = await (await send(first(), PATHS.accountExport, undefined, 'GET')).text()
      expect(JSON.parse(text)).toMatchObject({
        coach: { remembered: true, turns: [{ turnId: request.turnId, state: 'done' }] },
      })
      expect(text).not.toContain('slept')
    })
  })
}

const pick = ({ turnId, key }: TurnRequest) => ({ turnId, key })
