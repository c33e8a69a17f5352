import { describe, expect, it } from 'vitest'
import { followed, newQuestion } from '../double/followed-turn.ts'
import { describeLetta, TEST_TIMES } from '../double/letta-contract.ts'
import { lettaCoach } from './letta-coach.ts'

const SETTINGS = { model: 'vllm/stub-1', instance: 'test', webSearch: false }
const PLATFORM = {
  fetch: (input: string | URL | Request, init?: RequestInit) => fetch(input, init),
  now: Date.now,
  times: TEST_TIMES,
}

describe('agents at Letta', () => {
  describeLetta(({ url, apiKey }) => lettaCoach({ ...SETTINGS, baseUrl: url, apiKey }, PLATFORM))

  it('are told from a server that is not there', async () => {
    const coach = lettaCoach({ ...SETTINGS, baseUrl: 'http://127.0.0.1:9', apiKey: null }, PLATFORM)
    const { end } = await followed(coach.send(newQuestion(), new AbortController().signal))
    expect(end).toEqual({ type: 'error', code: 'unreachable', retryable: true, accepted: 'no', partial: '' })
  })
})
