import { TEST_TIMES } from '../../sync-server/coach/double/test-times.ts'
import { lettaCoach } from '../../sync-server/coach/letta/letta-coach.ts'
import { openaiCoach } from '../../sync-server/coach/openai/openai-coach.ts'
import type { Coach, CoachEvent } from '../../sync-server/coach/port.ts'
import { type CoachCall, coachCallSchema } from './coach-call.ts'

/** A Worker for tests: calls the agent that it is told of, and answers with what came of it, an event a line. */
export default {
  async fetch(request: Request): Promise<Response> {
    const { agent, call } = coachCallSchema.parse(await request.json())
    const coach = coachOf(agent)
    const { signal } = new AbortController()
    switch (call.name) {
      case 'send':
        return inLines(coach.send({ ...call.turn, ref: call.turn.ref }, signal))
      case 'resume':
        return inLines(coach.resume({ ...call.turn, runId: call.turn.runId, cursor: call.turn.cursor }, signal))
      case 'cancel':
        await coach.cancel(call.ref, call.runId)
        return Response.json(null)
      case 'forget':
        return Response.json(await coach.forget(call.person, call.ref))
      case 'probe':
        return Response.json(await coach.probe(signal))
    }
  },
}

function coachOf(agent: CoachCall['agent']): Coach {
  const platform = {
    fetch: (input: string | URL | Request, init?: RequestInit) => fetch(input, init),
    now: Date.now,
    times: TEST_TIMES,
  }
  return agent.kind === 'letta'
    ? lettaCoach({ ...agent, model: 'vllm/stub-1', instance: 'test', webSearch: false }, platform)
    : openaiCoach(agent, platform)
}

function inLines(events: AsyncIterable<CoachEvent>): Response {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  const encoder = new TextEncoder()
  const write = async () => {
    for await (const event of events) await writer.write(encoder.encode(`${JSON.stringify(event)}\n`))
    await writer.close()
  }
  write().catch((error: unknown) => writer.abort(error))
  return new Response(readable)
}
