import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { COACH_PATHS } from '../shared/coach/protocol.ts'
import { coachStandingSchema, type TurnRequest } from '../shared/coach/turn.ts'
import { PATHS } from '../shared/sync/protocol.ts'
import { type LettaDouble, startLettaDouble } from './coach/double/letta-double.ts'
import { startOpenAiDouble } from './coach/double/openai-double.ts'
import { readTurn } from './coach/turn-reader.ts'
import {
  type HttpDevice,
  type RunningServer,
  type StartServer,
  secondDevice,
  signedUp,
} from './http-contract-subject.ts'

const STARTS_WITHIN_MS = 60_000

const newRequest = (change: Partial<TurnRequest> = {}): TurnRequest => ({
  turnId: crypto.randomUUID(),
  key: randomBytes(32).toString('base64url'),
  text: 'How did I sleep?',
  context: { hash: 'hash', value: '{"sleep":7.2}' },
  recent: [],
  ...change,
})

/** What every server does with a question to an agent at Letta. */
export function describeCoach(start: StartServer): void {
  let server: RunningServer
  let letta: LettaDouble
  let device: HttpDevice
  beforeAll(async () => {
    letta = await startLettaDouble()
    server = await start({
      COACH: 'letta',
      LETTA_BASE_URL: letta.url,
      LETTA_API_KEY: letta.apiKey,
      LETTA_MODEL: letta.server.models[0] ?? '',
      COACH_NAME: 'Our coach',
    })
  }, STARTS_WITHIN_MS)
  afterAll(async () => {
    await server?.stop()
    await letta?.close()
  })
  beforeEach(async () => {
    letta.server.pauseMs = 1
    letta.faults.length = 0
    device = await signedUp(server.url)
  })

  const post = (path: string, body: unknown, by = device) => by.request('POST', path, { body })
  const ask = async (request: TurnRequest, by = device) => readTurn(await post(COACH_PATHS.turns, request, by))
  const resume = async ({ turnId, key }: TurnRequest, after = 0, by = device) =>
    readTurn(await post(COACH_PATHS.resume, { turnId, key, after }, by))
  const whole = () => letta.answer.join('')
  const asked = () => letta.requests.filter(({ path }) => path === '/v1/conversations/default/messages').length

  it('says whom there is to ask, where, and how much', async () => {
    const standing = coachStandingSchema.parse(await (await device.request('GET', COACH_PATHS.coach)).json())
    expect(standing).toMatchObject({
      agent: { kind: 'letta', name: 'Our coach', where: new URL(letta.url).host },
      budget: { turnsLeft: 50, tokensLeft: 200_000 },
      remembered: false,
    })
    expect(standing.budget.resetsAt).toBeGreaterThan(Date.now())
  })

  it('streams what the agent says, byte for byte, and forgets it when the device has it', async () => {
    const request = newRequest()
    const { text, ends } = await (await ask(request)).over
    expect(text).toBe(whole())
    expect(ends).toMatchObject([{ type: 'done', text: whole(), usage: { prompt: 345, completion: 12 } }])
    expect((await post(COACH_PATHS.acknowledge, { turnId: request.turnId })).status).toBe(200)
    const { turnId, key } = request
    expect((await post(COACH_PATHS.resume, { turnId, key, after: 0 })).status).toBe(404)
    const block = [...letta.state.blocks.values()].find(({ value }) => value.includes('"sleep":7.2'))
    expect(block).toMatchObject({ label: 'health_context', read_only: true })
  })

  it('streams it whole though the way to the service breaks off twice', async () => {
    letta.faults.push(
      {
        on: /POST \/v1\/conversations\/default\/messages/,
        fault: { kind: 'mid-character', after: 4, ending: 'destroy' },
      },
      { on: /POST \/v1\/conversations\/default\/stream/, fault: { kind: 'half-frame', after: 1, ending: 'end' } },
    )
    const { text, ends } = await (await ask(newRequest())).over
    expect(text).toBe(whole())
    expect(ends).toMatchObject([{ type: 'done', text: whole() }])
  })

  it('goes on when the browser leaves, for any device that has the key to come back to', async () => {
    letta.server.pauseMs = 60
    const [request, before] = [newRequest(), asked()]
    const turn = await ask(request)
    const { text, at } = await turn.until(5)
    await turn.leave()
    const other = await secondDevice(server.url, device)
    const rest = await (await resume(request, at, other)).over
    expect(text + rest.text).toBe(whole())
    expect(rest.ends).toMatchObject([{ type: 'done', text: whole() }])
    const again = await (await ask(request, other)).over
    expect(again.text).toBe(whole())
    expect(asked()).toBe(before + 1)
  })

  it('asks one question of an account at a time', async () => {
    const other = await secondDevice(server.url, device)
    letta.server.pauseMs = 300
    const turn = await ask(newRequest())
    await turn.until(1)
    expect((await (await ask(newRequest(), other)).over).ends).toMatchObject([
      { type: 'error', code: 'busy', accepted: 'no', retryable: true },
    ])
    expect((await turn.over).text).toBe(whole())
  })

  it('stops when it is told to, wherever from', async () => {
    const other = await secondDevice(server.url, device)
    letta.server.pauseMs = 300
    const request = newRequest()
    const turn = await ask(request)
    await turn.until(1)
    expect((await post(COACH_PATHS.cancel, { turnId: request.turnId }, other)).status).toBe(200)
    const { ends, text } = await turn.over
    expect(ends).toMatchObject([{ type: 'error', code: 'cancelled', partial: text }])
    expect(text.length).toBeLessThan(whole().length)
  })

  it('tells what the service refuses by a code, and nothing of what it said', async () => {
    letta.faults.push({
      on: /POST \/v1\/conversations\/default\/messages/,
      fault: { kind: 'status', status: 402, body: { error: 'Not enough credits for sleep 7.2' } },
    })
    const response = await post(COACH_PATHS.turns, newRequest())
    const said = await response.clone().text()
    expect((await readTurn(response).over).ends).toMatchObject([{ code: 'quota', accepted: 'no' }])
    expect(said).not.toContain('credits')
  })

  it('has the agent forgotten with all that is its own, and asks a new one next', async () => {
    await (await ask(newRequest())).over
    const before = letta.state.agents.size
    const response = await device.request('DELETE', COACH_PATHS.coach)
    expect([response.status, await response.json()]).toMatchObject([200, { agents: 1 }])
    expect(letta.state.agents.size).toBe(before - 1)
    expect((await (await ask(newRequest())).over).text).toBe(whole())
    expect(letta.state.agents.size).toBe(before)
    const deleted = await device.request('DELETE', PATHS.account, { body: { password: device.credentials.password } })
    expect(await deleted.json()).toEqual({ agent: 'forgotten' })
    expect(letta.state.agents.size).toBe(before - 1)
  })

  it('is nobody else’s to hear, to stop or to have forgotten', async () => {
    letta.server.pauseMs = 30
    const request = newRequest()
    const turn = await ask(request)
    const stranger = await signedUp(server.url)
    const { turnId, key } = request
    expect((await post(COACH_PATHS.resume, { turnId, key, after: 0 }, stranger)).status).toBe(404)
    expect((await post(COACH_PATHS.cancel, { turnId }, stranger)).status).toBe(404)
    await post(COACH_PATHS.acknowledge, { turnId }, stranger)
    const otherKey = newRequest().key
    expect((await post(COACH_PATHS.resume, { turnId, key: otherKey, after: 0 })).status).toBe(403)
    expect((await turn.over).text).toBe(whole())
  })

  it('takes nothing that is no question, and never breaks over it', async () => {
    const request = newRequest()
    const { turnId, key } = request
    const big = 'x'.repeat(200_000)
    const bodies: readonly (readonly [unknown, number])[] = [
      ...(['', 'null', '[]', '{', '{"turnId":1}', '['.repeat(60_000)] as const).map((body) => [body, 400] as const),
      [{ ...request, text: big }, 413],
      [{ ...request, text: 'x'.repeat(4001) }, 400],
      [JSON.stringify(request).replace('How', '\\ud800'), 400],
      [{ ...request, context: { hash: 'h', value: 'x'.repeat(8001) } }, 400],
      [{ ...request, recent: new Array(13).fill({ role: 'coach', text: 'x' }) }, 400],
      [{ ...request, recent: [{ role: 'system', text: 'x' }] }, 400],
      [{ ...request, model: 'another' }, 400],
      [{ ...request, key: '../../etc/passwd' }, 400],
      [{ ...request, turnId: "'; DROP TABLE coach_turns; --" }, 400],
      [{ turnId, key, after: -1 }, 400],
      [{ turnId, key, after: 1e300 }, 400],
      [new Uint8Array([0x7b, 0xff, 0x7d]), 400],
    ]
    const before = asked()
    for (const path of [COACH_PATHS.turns, COACH_PATHS.resume, COACH_PATHS.cancel, COACH_PATHS.acknowledge])
      for (const [body, status] of bodies) {
        const response = await post(path, body)
        expect([path, body, response.status]).toEqual([path, body, status])
      }
    const unknown = { turnId: crypto.randomUUID(), key, after: Number.MAX_SAFE_INTEGER }
    expect((await post(COACH_PATHS.resume, unknown)).status).toBe(404)
    expect(asked()).toBe(before)
  })

  it(
    'streams any model behind the protocol of OpenAI alike, and keeps a reply of its that broke off as it is',
    async () => {
      const model = await startOpenAiDouble()
      const own = await start({
        COACH: 'openai',
        OPENAI_BASE_URL: model.baseUrl,
        OPENAI_API_KEY: model.apiKey,
        OPENAI_MODEL: model.model,
      })
      try {
        const other = await signedUp(own.url)
        const recent = [{ role: 'person', text: 'Hello, coach.' } as const]
        expect((await (await ask(newRequest({ recent }), other)).over).ends).toMatchObject([
          { type: 'done', text: model.answer.join('') },
        ])
        expect(model.requests.at(-1)?.body).toContain('Hello, coach.')
        model.faults.push({ on: /completions/, fault: { kind: 'destroy', after: 4 } })
        const request = newRequest()
        const { text, ends } = await (await ask(request, other)).over
        expect(ends).toEqual([{ type: 'error', code: 'cut', retryable: false, accepted: 'yes', partial: text }])
        expect(text).not.toBe('')
        expect((await (await ask(request, other)).over).ends).toEqual(ends)
        expect(model.requests.filter(({ path }) => path === '/v1/chat/completions')).toHaveLength(2)
      } finally {
        await own.stop()
        await model.close()
      }
    },
    STARTS_WITHIN_MS,
  )
}
