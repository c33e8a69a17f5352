import { describe, expect, it, vi } from 'vitest'
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

  it('read nothing from the environment, and log nothing, whatever a server sends', async () => {
    const double = await startLettaDouble()
    const said = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) => vi.spyOn(console, level))
    vi.stubEnv('LETTA_BASE_URL', 'http://127.0.0.1:1')
    vi.stubEnv('LETTA_API_KEY', 'another key')
    vi.stubEnv('LETTA_LOG', 'debug')
    try {
      const coach = lettaCoach({ ...SETTINGS, baseUrl: double.url, apiKey: double.apiKey }, PLATFORM)
      double.faults.push({ on: /messages$/, fault: { kind: 'bad-json', after: 4 } })
      const { end } = await followed(coach.send(newQuestion(), new AbortController().signal))
      expect(end.type).toBe('done')
      for (const spy of said) expect(spy).not.toHaveBeenCalled()
    } finally {
      vi.unstubAllEnvs()
      for (const spy of said) spy.mockRestore()
      await double.close()
    }
  })

  it('may search the web where the operator lets them, and nothing else', async () => {
    const double = await startLettaDouble()
    double.server.defaultTools = ['run_code']
    const settings = { ...SETTINGS, baseUrl: double.url, apiKey: double.apiKey, webSearch: true }
    await followed(lettaCoach(settings, PLATFORM).send(newQuestion(), new AbortController().signal))
    await double.close()
    const tools = [...double.state.agents.values()].flatMap((agent) => agent.tools.map(({ name }) => name))
    expect(tools).toEqual(['web_search'])
  })
})
