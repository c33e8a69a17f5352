import { describe, expect, it } from 'vitest'
import { COACH_PROBLEMS } from '../../shared/coach/protocol.ts'
import { writeFrame } from '../../shared/coach/turn.ts'
import { coachClient } from './coach-client.ts'

const never = new AbortController().signal

function clientOf(answer: () => Response) {
  const asked: { url: string; init: RequestInit }[] = []
  const client = coachClient(async (url, init) => {
    asked.push({ url, init })
    return answer()
  })
  return { client, asked }
}

const problem = (status: number, code?: string, headers?: Record<string, string>) => () =>
  Response.json(
    { error: 'x', ...(code === undefined ? {} : { code }) },
    { status, ...(headers === undefined ? {} : { headers }) },
  )

describe('the server’s side of an agent', () => {
  it.each([
    [problem(401), { kind: 'signed-out' }],
    [problem(404, COACH_PROBLEMS.unknown), { kind: 'unknown-turn' }],
    [problem(403, COACH_PROBLEMS.key), { kind: 'unknown-turn' }],
    [problem(409, COACH_PROBLEMS.differs), { kind: 'differs' }],
    [problem(409, COACH_PROBLEMS.running), { kind: 'too-many' }],
    [problem(429, undefined, { 'retry-after': '7' }), { kind: 'too-many', retryAfterMs: 7000 }],
    [problem(502, COACH_PROBLEMS.kept), { kind: 'kept' }],
    [problem(502), { kind: 'offline' }],
    [problem(500), { kind: 'unexpected' }],
    [() => new Response('<html>', { status: 200, headers: { 'content-type': 'text/html' } }), { kind: 'unexpected' }],
  ])('says why there is no turn: %#', async (answer, failure) => {
    const { client } = clientOf(answer)
    expect(await client.ask('{}', never)).toEqual({ ok: false, failure })
  })

  it('is offline where nothing answers', async () => {
    const client = coachClient(() => Promise.reject(new TypeError('Failed to fetch')))
    expect(await client.standing()).toEqual({ ok: false, failure: { kind: 'offline' } })
    expect(await client.forget()).toEqual({ ok: false, failure: { kind: 'offline' } })
  })

  it('sends a question byte for byte, and tells the frames of its answer until one that it does not know', async () => {
    const frames = [
      writeFrame({ id: 2, event: { type: 'delta', text: 'So' } }),
      ':\n\n',
      writeFrame({ id: 2, event: { type: 'done', text: 'So', stop: 'end_turn' } }),
      'event: party\ndata: {}\n\n',
      writeFrame({ id: 9, event: { type: 'delta', text: 'never' } }),
    ]
    const { client, asked } = clientOf(
      () => new Response(frames.join(''), { headers: { 'content-type': 'text/event-stream' } }),
    )
    const answer = await client.ask('{"text":"Why?"}', never)
    if (!answer.ok) throw new Error('no answer')
    const told: string[] = []
    for await (const { id, event } of answer.value) told.push(`${id} ${event.type}`)
    expect(told).toEqual(['2 delta', '2 done'])
    expect(asked).toMatchObject([{ url: '/api/coach/turns', init: { method: 'POST', body: '{"text":"Why?"}' } }])
  })

  it('tells what agent there is, and takes no answer of another shape for one', async () => {
    const standing = {
      agent: { kind: 'openai', name: 'Llama', where: 'localhost' },
      budget: { turnsLeft: 3, tokensLeft: 9, resetsAt: 1 },
      remembered: false,
    }
    expect(await clientOf(() => Response.json(standing)).client.standing()).toEqual({ ok: true, value: standing })
    expect(await clientOf(() => Response.json({ agent: 'x' })).client.standing()).toEqual({
      ok: false,
      failure: { kind: 'unexpected' },
    })
  })
})
