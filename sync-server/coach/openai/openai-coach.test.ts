import { describe, expect, it } from 'vitest'
import { followed, newQuestion } from '../double/followed-turn.ts'
import { describeOpenAi } from '../double/openai-contract.ts'
import { startOpenAiDouble } from '../double/openai-double.ts'
import { TEST_TIMES } from '../double/test-times.ts'
import { openaiCoach } from './openai-coach.ts'

const PLATFORM = { fetch: (input: string, init: RequestInit) => fetch(input, init), now: Date.now, times: TEST_TIMES }

describe("a model behind OpenAI's protocol", () => {
  describeOpenAi(({ baseUrl, apiKey, model }) => openaiCoach({ baseUrl, apiKey, model }, PLATFORM), {
    canLeave: true,
    isThorough: true,
  })

  it('is told from a service that is not there', async () => {
    const { baseUrl, close } = await startOpenAiDouble()
    await close()
    const coach = openaiCoach({ baseUrl, apiKey: null, model: 'm' }, PLATFORM)
    const { end } = await followed(coach.send(newQuestion(), new AbortController().signal))
    expect(end).toEqual({ type: 'error', code: 'unreachable', retryable: true, accepted: 'no', partial: '' })
  })
})
