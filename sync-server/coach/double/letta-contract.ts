import { describe, expect, it } from 'vitest'
import type { Coach } from '../port.ts'
import { followed, newQuestion } from './followed-turn.ts'
import { describeLettaAgents } from './letta-agent-contract.ts'
import { ANSWER, type LettaDouble } from './letta-double.ts'
import type { ModelOutcome } from './letta-run.ts'
import { lettaSubject } from './letta-subject.ts'
import type { PlannedFault } from './request-faults.ts'
import type { Runs } from './runs.ts'
import type { StreamFault } from './stream-faults.ts'

const MESSAGES = /^POST \/v1\/conversations\/default\/messages$/
const AGAIN = /^POST \/v1\/conversations\/default\/stream$/
const WHOLE = ANSWER.join('')

const CUTS: readonly StreamFault[] = [
  // The fourth frame is the second piece of text, and after the seventh stands half a character.
  ...[0, 1, 4, 6, 7, 10].map((after) => ({ kind: 'destroy' as const, after })),
  ...[0, 3, 7].map((after) => ({ kind: 'end' as const, after })),
  { kind: 'half-frame', after: 5, ending: 'destroy' },
  { kind: 'half-frame', after: 5, ending: 'end' },
  { kind: 'mid-character', after: 4, ending: 'destroy' },
  { kind: 'mid-character', after: 4, ending: 'end' },
  { kind: 'stall', after: 5 },
  { kind: 'bad-json', after: 4 },
  { kind: 'html' },
]
const ODDITIES: readonly StreamFault[] = [
  { kind: 'hold' },
  { kind: 'crlf' },
  { kind: 'noise' },
  ...[1, 2, 3, 7].map((bytes) => ({ kind: 'split' as const, bytes })),
]
const oneOfEach = (faults: readonly StreamFault[]) =>
  faults.filter(({ kind }, at) => faults.findLastIndex((other) => other.kind === kind) === at)
const named = (faults: readonly StreamFault[]) => faults.map((fault) => [JSON.stringify(fault), fault] as const)

/** What the adapter for Letta does whatever its server does, wherever it runs. */
export function describeLetta(coachAt: (double: LettaDouble) => Coach, runs: Runs): void {
  describe('a turn', () => describeTurns(coachAt, runs))
  // Plain requests, alike wherever they are made.
  if (runs.isThorough) describeLettaAgents(coachAt)
}

function describeTurns(coachAt: (double: LettaDouble) => Coach, { canLeave, isThorough }: Runs): void {
  const some = <Case>(cases: readonly Case[]) => (isThorough ? cases : cases.filter((_, at) => at % 3 === 0))
  const subject = lettaSubject(coachAt)
  const { ask, userRows, questions } = subject
  const whole = { type: 'done', text: WHOLE, stop: 'end_turn' }

  it('answers, and says what it used', async () => {
    const { end } = await ask()
    expect(end).toEqual({ ...whole, usage: { prompt: 345, completion: 12 } })
    expect(userRows()).toHaveLength(1)
  })

  it.each(named(isThorough ? ODDITIES : ODDITIES.slice(0, 4)))(
    'hears the whole of an odd stream: %s',
    async (_, fault) => {
      subject.double.faults.push({ on: MESSAGES, fault })
      expect((await ask()).end).toMatchObject(whole)
      expect(questions()).toHaveLength(1)
    },
  )

  describe.each([
    ['in the background', true],
    ['in the foreground, where the server has no Redis', false],
  ])('%s', (_, redis) => {
    it.each(named(isThorough ? CUTS : oneOfEach(CUTS)))(
      'takes up what broke off, byte for byte, and sends nothing twice: %s',
      async (_name, fault) => {
        subject.double.server.redis = redis
        subject.double.faults.push({ on: MESSAGES, fault: redis ? fault : { kind: 'late', ms: 0 } })
        if (!redis) subject.double.faults.push({ on: MESSAGES, fault })
        const { end } = await ask()
        expect(end).toMatchObject(whole)
        expect(userRows()).toHaveLength(1)
        expect(subject.double.state.runs.size).toBe(1)
      },
    )
  })

  it.each(['along-time', 'along-order'] as const)('finds an answer on the latest of many pages: %s', async (paging) => {
    Object.assign(subject.double.server, { redis: false, paging })
    const { turn, ref } = await ask()
    const [agent] = subject.double.state.agents.values()
    const old = agent?.rows.map((row) => ({ ...row, id: `message-${crypto.randomUUID()}`, content: 'Long ago.' })) ?? []
    agent?.rows.unshift(...Array.from({ length: 60 }, () => old).flat())
    subject.double.faults.push({ on: MESSAGES, fault: { kind: 'destroy', after: 5 } })
    // Another for a coach that has not learnt yet that its server takes nothing in the background.
    subject.double.faults.push({ on: MESSAGES, fault: { kind: 'destroy', after: 5 } })
    const { end } = await ask({ person: turn.person, ...(ref !== undefined && { ref }) })
    expect(end).toMatchObject(whole)
  })

  it('takes up again what breaks off again and again, as long as it gets on', async () => {
    subject.double.faults.push({ on: MESSAGES, fault: { kind: 'destroy', after: 3 } })
    for (let times = 0; times < 8; times += 1)
      subject.double.faults.push({ on: AGAIN, fault: { kind: 'destroy', after: 1 } })
    const { end } = await ask()
    expect(end).toMatchObject(whole)
    const again = subject.double.requests.filter(({ path }) => path.endsWith('/stream'))
    expect(again.at(-1)?.body).toMatch(/"starting_after":\d/)
    expect(userRows()).toHaveLength(1)
  })

  const failures: readonly (readonly [string, Partial<PlannedFault>, object])[] = [
    [
      'a wrong key',
      { fault: { kind: 'status', status: 401, body: { detail: 'Unauthorized' } } },
      { code: 'unauthorized', retryable: false },
    ],
    [
      'a used-up account',
      { fault: { kind: 'status', status: 402, body: { error: 'You have reached your limit for agents', limit: 3 } } },
      { code: 'quota', retryable: false },
    ],
    [
      'used-up credits',
      { fault: { kind: 'status', status: 429, body: { error: 'Rate limited', reasons: ['not-enough-credits'] } } },
      { code: 'quota', retryable: false },
    ],
    [
      'too many requests, with patience beyond bounds',
      { fault: { kind: 'status', status: 429, body: { error: 'Rate limited' }, headers: { 'retry-after': '86400' } } },
      { code: 'rate_limited', retryable: true, retryAfterMs: 30_000 },
    ],
    [
      'too many requests, with patience in the body',
      {
        fault: { kind: 'status', status: 429, body: { error: 'Rate limited', reasons: [], timeToQuotaResetMs: 1500 } },
      },
      { code: 'rate_limited', retryable: true, retryAfterMs: 1500 },
    ],
    [
      'a request that the server refuses',
      { fault: { kind: 'status', status: 422, body: { trace_id: '', detail: '[]' } } },
      { code: 'invalid', retryable: false },
    ],
    [
      'a redirection',
      { fault: { kind: 'status', status: 307, body: {}, headers: { location: 'http://127.0.0.1:9/' } } },
      { code: 'protocol', retryable: false },
    ],
    [
      'a server that shuts down and says it took nothing',
      {
        fault: {
          kind: 'status',
          status: 503,
          body: { errorCode: 'cloud_api_shutting_down', admitted: false, retryable: true },
          headers: { 'retry-after': '2' },
        },
      },
      { code: 'upstream', retryable: true, retryAfterMs: 2000 },
    ],
    [
      'a server error before anything was taken',
      { fault: { kind: 'status', status: 500, body: 'oh no' } },
      { code: 'upstream', retryable: true },
    ],
    [
      'a bad gateway with a page',
      { fault: { kind: 'status', status: 502, body: '<html>' } },
      { code: 'upstream', retryable: true },
    ],
    [
      'a connection that is reset before anything was taken',
      { fault: { kind: 'reset', accepted: false } },
      { code: 'unreachable', retryable: true },
    ],
    [
      'a model that is not there',
      {
        fault: { kind: 'status', status: 404, body: { detail: 'NOT_FOUND: Handle x/y not found, must be one of []' } },
      },
      { code: 'model_missing', retryable: false },
    ],
  ]
  it.each(some(failures))('tells %s, and that nothing was taken', async (_, fault, expected) => {
    subject.double.faults.push({ on: MESSAGES, fault: { kind: 'hold' }, ...fault })
    const { end } = await ask()
    expect(end).toEqual({ type: 'error', accepted: 'no', partial: '', ...expected })
    expect(userRows()).toHaveLength(0)
    expect(questions()).toHaveLength(1)
  })

  it.each<[string, PlannedFault['fault']]>([
    ['a server error', { kind: 'status', status: 500, body: {}, accepted: true }],
    ['a gateway that gave up', { kind: 'status', status: 504, body: {}, accepted: true }],
    ['a reset connection', { kind: 'reset', accepted: true }],
    ['an answer that begins too late', { kind: 'late', ms: 4_000 }],
  ])('finds the turn again by its message when it was taken all the same: %s', async (_, fault) => {
    subject.double.faults.push({ on: MESSAGES, fault })
    const { end } = await ask()
    expect(end).toMatchObject(whole)
    expect(userRows()).toHaveLength(1)
    expect(questions()).toHaveLength(1)
  })

  it.each([429, 503])('does not take a refusal to say how a turn goes on for one of the turn: %i', async (status) => {
    const refusal = { kind: 'status' as const, status, body: { admitted: false } }
    subject.double.faults.push({ on: MESSAGES, fault: { kind: 'reset', accepted: true } })
    subject.double.faults.push({ on: AGAIN, fault: refusal }, { on: AGAIN, fault: refusal })
    expect((await ask()).end).toMatchObject(whole)
    expect(userRows()).toHaveLength(1)
  })

  it('says that it is not known what was taken, when nobody answers any more', async () => {
    subject.double.faults.push({ on: MESSAGES, fault: { kind: 'reset', accepted: true } })
    subject.double.faults.push({ on: /stream$|runs\/$/, fault: { kind: 'reset', accepted: false }, times: 99 })
    const { end } = await ask()
    expect(end).toEqual({ type: 'error', code: 'unreachable', retryable: true, accepted: 'unknown', partial: '' })
    expect(questions()).toHaveLength(1)
  })

  it('keeps what came when the rest cannot be had, and goes on with it later', async () => {
    subject.double.faults.push({ on: MESSAGES, fault: { kind: 'destroy', after: 6 } })
    subject.double.faults.push({ on: /stream$|runs\//, fault: { kind: 'status', status: 502, body: '' }, times: 99 })
    const first = await ask()
    expect(first.end).toMatchObject({ type: 'error', code: 'cut', retryable: true, accepted: 'yes' })
    expect(first.text).toBe(ANSWER.slice(0, 4).join(''))
    subject.double.faults.length = 0
    const { turn, ref = {}, runId, cursor, text: partial } = first
    const cut = { ref, otid: turn.otid, runId, cursor, partial }
    const second = await followed(subject.coach.resume(cut, new AbortController().signal), partial)
    expect(second.end).toMatchObject(whole)
    // And by one who knows only what was asked.
    const blank = { ...cut, runId: undefined, cursor: undefined, partial: '' }
    expect((await followed(subject.coach.resume(blank, new AbortController().signal))).end).toMatchObject(whole)
    // And by one who does not know where the text stands in the stream.
    const noCursor = { ...cut, cursor: undefined }
    expect((await followed(subject.coach.resume(noCursor, new AbortController().signal), partial)).end).toMatchObject(
      whole,
    )
    expect(userRows()).toHaveLength(1)
  })

  const says = (pieces: readonly string[], stop: string): ModelOutcome => ({ kind: 'says', pieces, stop })
  it.each(
    some<[string, ModelOutcome, object]>([
      ['the most steps', says(['So far.'], 'max_steps'), { type: 'done', text: 'So far.', stop: 'max_steps' }],
      ['the most tokens', says(['So far.'], 'max_tokens_exceeded'), { type: 'done', stop: 'max_tokens' }],
      [
        'a reason that comes twice',
        { kind: 'says', pieces: ['Hello.'], stopsTwice: true },
        { type: 'done', text: 'Hello.' },
      ],
      ['half a character at the end', says(['Hi \ud83d'], 'end_turn'), { type: 'done', text: 'Hi \ufffd' }],
      ['nothing said', says([], 'end_turn'), { type: 'error', code: 'llm', retryable: true }],
      ['no credits', says(['So'], 'insufficient_credits'), { code: 'quota', partial: 'So', retryable: false }],
      ['too much context', says([], 'context_window_overflow_in_system_prompt'), { code: 'context_overflow' }],
      ['a cancellation', { kind: 'cancelled', pieces: ['So'], silently: false }, { code: 'cancelled', partial: 'So' }],
      [
        'a cancellation of which nobody hears',
        { kind: 'cancelled', pieces: ['So'], silently: true },
        { code: 'cancelled', partial: 'So' },
      ],
      [
        'a rate limit of the model',
        {
          kind: 'fails',
          pieces: ['So'],
          stop: 'llm_api_error',
          error: { message_type: 'error_message', error_type: 'llm_rate_limit', message: 'secret', run_id: 'run-1' },
        },
        { code: 'rate_limited', partial: 'So', accepted: 'yes', retryable: true },
      ],
      [
        'a wrong key of the model',
        { kind: 'fails', pieces: [], error: { error_type: 'llm_authentication', message: 'x' } },
        { code: 'unauthorized', retryable: false },
      ],
      [
        'a failed model',
        { kind: 'fails', pieces: [], error: { error_type: 'llm_error', message: 'x' } },
        { code: 'llm', accepted: 'yes' },
      ],
      [
        'a failed server',
        { kind: 'fails', pieces: [], error: { error: 'x', code: 'INTERNAL_SERVER_ERROR' } },
        { code: 'upstream', accepted: 'yes' },
      ],
      [
        'a stream that was given up',
        { kind: 'fails', pieces: ['So'], error: { error_type: 'stream_incomplete', message: 'x' } },
        { type: 'error', code: 'llm', partial: 'So' },
      ],
    ]),
  )('ends with %s', async (_, outcome, expected) => {
    subject.double.outcomes.push(outcome)
    const { end } = await ask()
    expect(end).toMatchObject(expected)
    expect(JSON.stringify(end)).not.toContain('secret')
    expect(questions()).toHaveLength(1)
  })

  it('ends what is longer than a reply may be, and stops it upstream', async () => {
    subject.double.server.pauseMs = 2
    subject.double.outcomes.push(
      says(
        Array.from({ length: 30 }, () => 'x'.repeat(5000)),
        'end_turn',
      ),
    )
    const { end } = await ask()
    expect(end).toMatchObject({ type: 'done', stop: 'max_tokens', text: 'x'.repeat(64 * 1024) })
    expect([...subject.double.state.runs.values()].map(({ status }) => status)).toEqual(['cancelled'])
  })

  it('is busy where another turn of the person runs, and asks nothing', async () => {
    subject.double.server.pauseMs = 60
    const first = ask()
    while (subject.double.state.runs.size === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    const [agent] = subject.double.state.agents.values()
    const second = await ask({ ref: { agentId: agent?.id ?? '', contextMark: 'mark-1', aboutMark: null } })
    expect(second.end).toEqual({ type: 'error', code: 'busy', retryable: true, accepted: 'no', partial: '' })
    expect((await first).end).toMatchObject(whole)
    expect(userRows()).toHaveLength(1)
  })

  it('follows a turn of its own that runs already, when it is sent once more', async () => {
    subject.double.server.pauseMs = 20
    const turn = newQuestion()
    const first = followed(subject.coach.send(turn, new AbortController().signal))
    while (subject.double.state.runs.size === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    const [agent] = subject.double.state.agents.values()
    const ref = { agentId: agent?.id ?? '', contextMark: 'mark-1', aboutMark: null }
    const second = await followed(subject.coach.send({ ...turn, ref }, new AbortController().signal))
    expect([(await first).end, second.end]).toMatchObject([whole, whole])
    expect(userRows()).toHaveLength(1)
    expect(subject.double.state.runs.size).toBe(1)
  })

  describe('with an agent that waits for a leave to use a tool', () => {
    it.each(['status', 'stream'] as const)('says no to what an earlier turn left, and asks: by its %s', async (by) => {
      subject.double.server.pendingBy = by
      subject.double.outcomes.push({ kind: 'asks', pieces: ['Let me see. '] })
      subject.double.outcomes.push({ kind: 'asks', pieces: ['Let me look again. '] })
      subject.double.outcomes.push({ kind: 'asks', pieces: ['And again. '] })
      const { end, ref } = await ask()
      expect(end).toMatchObject({ code: 'approval_pending', partial: 'Let me see. Let me look again. And again. ' })
      // What it says to the denial belongs to the turn before.
      subject.double.outcomes.push({ kind: 'says', pieces: ['Then without it.'] })
      const next = await ask({ ...(ref !== undefined && { ref }) })
      expect(next.end).toMatchObject(whole)
      expect(userRows()).toHaveLength(2)
    })

    it('says no in the middle of a turn, and goes on with the reply', async () => {
      subject.double.outcomes.push({ kind: 'asks', pieces: ['Let me see. '] })
      subject.double.outcomes.push({ kind: 'says', pieces: ['Without ', 'it, then.'] })
      subject.double.faults.push(
        { on: MESSAGES, fault: { kind: 'hold' } },
        { on: MESSAGES, fault: { kind: 'destroy', after: 3 } },
      )
      const { end } = await ask()
      expect(end).toMatchObject({ type: 'done', text: 'Let me see. Without it, then.' })
      expect(userRows()).toHaveLength(1)
    })

    it.each([0, 1, 2, 3])('goes on with such a turn in another process, from any of its pieces: %i', async (pieces) => {
      subject.double.outcomes.push({ kind: 'asks', pieces: ['Let me ', 'see. '] })
      subject.double.outcomes.push({ kind: 'says', pieces: ['Without ', 'it, then.'] })
      const { turn, events, ref = {}, end } = await ask()
      const deltas = events.flatMap((event) => (event.type === 'delta' ? [event] : [])).slice(0, pieces)
      const runId = events.flatMap((event) => (event.type === 'run' ? [event.runId] : [])).at(-1)
      const partial = deltas.map(({ text }) => text).join('')
      const cut = { ref, otid: turn.otid, runId, cursor: deltas.at(-1)?.cursor, partial }
      const again = await followed(subject.coach.resume(cut, new AbortController().signal), partial)
      expect(again.end).toMatchObject({ type: 'done', text: end.type === 'done' ? end.text : '' })
      expect(userRows()).toHaveLength(1)
    })
  })

  it('stops what runs upstream when it is told to', async () => {
    subject.double.server.pauseMs = 40
    const turn = newQuestion()
    const running = followed(subject.coach.send(turn, new AbortController().signal))
    while (subject.double.state.runs.size === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    const [run] = subject.double.state.runs.values()
    await subject.coach.cancel({ agentId: run?.agentId ?? '' }, run?.id)
    expect((await running).end).toMatchObject({ type: 'error', code: 'cancelled', accepted: 'yes' })
  })

  it('stops what goes on under another name', async () => {
    subject.double.server.pauseMs = 40
    subject.double.outcomes.push({ kind: 'asks', pieces: ['Let me see. '] })
    const running = followed(subject.coach.send(newQuestion(), new AbortController().signal))
    while (subject.double.state.runs.size < 2) await new Promise((resolve) => setTimeout(resolve, 5))
    const [first] = subject.double.state.runs.values()
    await subject.coach.cancel({ agentId: first?.agentId ?? '' }, first?.id)
    expect((await running).end).toMatchObject({ type: 'error', code: 'cancelled' })
  })

  it.runIf(canLeave)('leaves upstream what runs when it is only left', async () => {
    subject.double.server.pauseMs = 30
    const abort = new AbortController()
    const turn = newQuestion()
    const running = followed(subject.coach.send(turn, abort.signal))
    while (subject.double.state.runs.size === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    abort.abort()
    const { end, ref = {}, runId, cursor, text: partial } = await running
    expect(end).toMatchObject({ type: 'error', code: 'cancelled' })
    const cut = { ref, otid: turn.otid, runId, cursor, partial }
    expect((await followed(subject.coach.resume(cut, new AbortController().signal), partial)).end).toMatchObject(whole)
  })
}
