import * as z from 'zod'

const marked = z.object({ mark: z.string(), value: z.string() }).nullable()
const ref = z.object({
  agentId: z.string().exactOptional(),
  contextMark: z.string().nullable().exactOptional(),
  aboutMark: z.string().nullable().exactOptional(),
})
const person = z.object({ pseudonym: z.string() })

/** A call of an agent in another process, as JSON. */
export const coachCallSchema = z.object({
  agent: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('letta'), baseUrl: z.string(), apiKey: z.string() }),
    z.object({ kind: z.literal('openai'), baseUrl: z.string(), apiKey: z.string(), model: z.string() }),
  ]),
  call: z.discriminatedUnion('name', [
    z.object({
      name: z.literal('send'),
      turn: z.object({
        person,
        ref: ref.optional(),
        otid: z.string(),
        text: z.string(),
        context: marked,
        about: marked,
        recent: z.array(z.object({ role: z.enum(['person', 'coach']), text: z.string() })),
      }),
    }),
    z.object({
      name: z.literal('resume'),
      turn: z.object({
        ref,
        otid: z.string(),
        runId: z.string().optional(),
        cursor: z.number().optional(),
        partial: z.string(),
      }),
    }),
    z.object({ name: z.literal('cancel'), ref, runId: z.string().optional() }),
    z.object({ name: z.literal('forget'), person, ref: ref.optional() }),
    z.object({ name: z.literal('probe') }),
  ]),
})
export type CoachCall = z.infer<typeof coachCallSchema>
