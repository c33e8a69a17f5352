import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { followed, newQuestion } from '../double/followed-turn.ts'
import { ANSWER, type LettaDouble, startLettaDouble } from '../double/letta-double.ts'
import type { PlannedFault, RequestFault } from '../double/request-faults.ts'
import { TEST_TIMES } from '../double/test-times.ts'
import { lettaCoach } from './letta-coach.ts'

const WHOLE = ANSWER.join('')
const STREAMS = /^POST \/v1\/conversations\/default\/(?:messages|stream)$/

const after = fc.nat({ max: 12 })
const ending = fc.constantFrom('end' as const, 'destroy' as const)
const fault: fc.Arbitrary<RequestFault> = fc.oneof(
  fc.record({ kind: fc.constantFrom('destroy' as const, 'end' as const, 'bad-json' as const), after }),
  fc.record({ kind: fc.constantFrom('half-frame' as const, 'mid-character' as const), after, ending }),
  fc.record({ kind: fc.constant('reset' as const), accepted: fc.boolean() }),
  fc.constantFrom<RequestFault>(
    { kind: 'html' },
    { kind: 'crlf' },
    { kind: 'status', status: 500, body: '' },
    { kind: 'status', status: 502, body: '<html>', accepted: true },
    { kind: 'status', status: 429, body: {} },
    { kind: 'status', status: 503, body: { admitted: false } },
  ),
)
const planned: fc.Arbitrary<PlannedFault[]> = fc.array(
  fc.oneof(
    fault.map((one) => ({ on: STREAMS, fault: one })),
    fault.map((one) => ({ on: /^GET \/v1\/(?:runs|agents\/agent-[^/]*\/messages)/, fault: one })),
  ),
  { maxLength: 7 },
)

let double: LettaDouble
beforeEach(async () => {
  double = await startLettaDouble()
})
afterEach(() => double.close())

const coach = () =>
  lettaCoach(
    { baseUrl: double.url, apiKey: double.apiKey, model: 'vllm/stub-1', instance: 'test', webSearch: false },
    { fetch: (input, init) => fetch(input, init), now: Date.now, times: { ...TEST_TIMES, pause: 1, poll: 2 } },
  )

it.each([true, false])(
  'any faults one after another: one end, nothing twice, nothing lost; with Redis: %s',
  async (redis) => {
    const ends = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(planned, async (faults) => {
        double.faults.length = 0
        double.faults.push(...faults)
        double.server.redis = redis
        const turn = newQuestion()
        const { signal } = new AbortController()
        const asked = await followed(coach().send(turn, signal))
        const { end, text, ref = {}, runId, cursor } = asked
        ends.set(end.type === 'done' ? 'done' : end.code, (ends.get(end.type === 'done' ? 'done' : end.code) ?? 0) + 1)
        const agent = double.state.agents.get(ref.agentId ?? '')
        const rows = () => agent?.rows.filter(({ message_type }) => message_type === 'user_message').length ?? 0
        expect(WHOLE.startsWith(text)).toBe(true)
        if (end.type === 'done') expect(end.text).toBe(WHOLE)
        else if (end.accepted === 'no') {
          expect(rows()).toBe(0)
          return
        }
        // Whoever goes on with it gets the same bytes, where the server has it.
        double.faults.length = 0
        const cut = { ref, otid: turn.otid, runId, cursor, partial: text }
        const again = await followed(coach().resume(cut, signal), text)
        expect(rows()).toBeLessThanOrEqual(1)
        if (rows() === 1) expect(again.end).toMatchObject({ type: 'done', text: WHOLE })
        else expect(again.end).toMatchObject({ type: 'error', partial: text })
      }),
      { numRuns: 60 },
    )
    // Something has happened.
    expect(ends.get('done')).toBeGreaterThan(5)
    expect(ends.size).toBeGreaterThan(2)
  },
)
