import * as z from 'zod'
import { COACH_ERRORS, doneSchema, errorSchema, usageSchema } from '../../shared/coach/events.ts'
import type { Coach, CoachEvent } from '../../sync-server/coach/port.ts'
import type { CoachCall } from './coach-call.ts'

/** An agent that runs in the Worker of `coach-worker.ts`, at `url`. It cannot be left in the middle of a turn. */
export function coachInWorker(url: () => string, agent: CoachCall['agent']): Coach {
  const ask = (call: CoachCall['call']) =>
    fetch(url(), { method: 'POST', body: JSON.stringify({ agent, call } satisfies CoachCall) })
  return {
    kind: agent.kind,
    send: ({ ref, recent, ...turn }) =>
      linesOf(ask({ name: 'send', turn: { ...turn, recent: [...recent], ...(ref !== undefined && { ref }) } })),
    resume: ({ runId, cursor, ...turn }) =>
      linesOf(
        ask({
          name: 'resume',
          turn: { ...turn, ...(runId !== undefined && { runId }), ...(cursor !== undefined && { cursor }) },
        }),
      ),
    cancel: async (ref, runId) => {
      await ask({ name: 'cancel', ref, ...(runId !== undefined && { runId }) })
    },
    forget: async (person, ref) =>
      forgottenSchema.parse(await (await ask({ name: 'forget', person, ...(ref !== undefined && { ref }) })).json()),
    probe: async () => probedSchema.parse(await (await ask({ name: 'probe' })).json()),
  }
}

async function* linesOf(asked: Promise<Response>): AsyncGenerator<CoachEvent> {
  const text = await (await asked).text()
  for (const line of text.split('\n')) if (line !== '') yield eventSchema.parse(JSON.parse(line))
}

const failed = z.object({ ok: z.literal(false), failure: z.enum(COACH_ERRORS) })
const probedSchema = z.union([z.object({ ok: z.literal(true), value: z.null() }), failed])
const forgottenSchema = z.union([
  z.object({
    ok: z.literal(true),
    value: z.object({ agents: z.number(), blocks: z.number(), archives: z.number() }),
  }),
  failed,
])
const eventSchema = z.union([
  z.object({
    type: z.literal('ref'),
    ref: z.object({
      agentId: z.string().exactOptional(),
      contextMark: z.string().nullable().exactOptional(),
      aboutMark: z.string().nullable().exactOptional(),
    }),
  }),
  z.object({ type: z.literal('run'), runId: z.string() }),
  z.object({ type: z.literal('delta'), text: z.string(), cursor: z.number().exactOptional() }),
  z.object({ type: z.literal('done'), ...doneSchema.shape }),
  z.object({ type: z.literal('error'), ...errorSchema.shape, usage: z.exactOptional(usageSchema) }),
])
