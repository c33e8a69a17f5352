import { describe, expect, it } from 'vitest'
import { followed, newQuestion } from '../double/followed-turn.ts'
import { describeLetta } from '../double/letta-contract.ts'
import { startLettaDouble } from '../double/letta-double.ts'
import { TEST_TIMES } from '../double/test-times.ts'
import { lettaCoach } from './letta-coach.ts'

const SETTINGS = { model: 'vllm/stub-1', instance: 'test', webSearch: false }
const PLATFORM = {
  fetch: (input: string | URL | Request, init?: RequestInit) => fetch(input, init),
  now: Date.now,
  times: TEST_TIMES,
}

describe('agents at Letta', () => {
  describeLetta(({ url, apiKey }) => lettaCoach({ ...SETTINGS, baseUrl: url, apiKey }, PLATFORM), {
    canLeave: true,
    isThorough: true,
  })

  it('are told from a server that is not there', async () => {
    const { url, close } = await startLettaDouble()
    await close()
    const coach = lettaCoach({ ...SETTINGS, baseUrl: url, apiKey: null }, PLATFORM)
    const ref = { agentId: `agent-${crypto.randomUUID()}`, contextMark: 'mark-1', aboutMark: null }
    const { end } = await followed(coach.send(newQuestion({ ref }), new AbortController().signal))
    expect(end).toEqual({ type: 'error', code: 'unreachable', retryable: true, accepted: 'no', partial: '' })
  })
})
