import '../store/zod-without-eval.ts'
import * as z from 'zod/mini'
import { pushKeySchema, type Subscription } from '../../shared/push/messages.ts'
import { PUSH_PATHS, PUSH_PROBLEMS } from '../../shared/push/protocol.ts'
import { fail, ok, type Result } from '../../shared/result/result.ts'

export type PushProblem = 'signed-out' | 'off' | 'unknown-service' | 'full' | 'unreachable'

/** The server that wakes this device. Never throws for what a network does. */
export interface PushClient {
  /** What to subscribe with. */
  key(): Promise<Result<string, PushProblem>>
  put(subscription: Subscription): Promise<Result<void, PushProblem>>
  /** Good also where there was none. */
  remove(): Promise<Result<void, PushProblem>>
}

const ANSWER_WITHIN_MS = 30_000
const problemSchema = z.object({ code: z.optional(z.string()) })

export function pushClient(fetch: (url: string, init: RequestInit) => Promise<Response>): PushClient {
  async function ask(method: string, path: string, body?: object): Promise<Result<unknown, PushProblem>> {
    try {
      const answer = await fetch(path, {
        method,
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
        ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      })
      const content: unknown = await answer.json()
      return answer.ok ? ok(content) : fail(problemOf(answer.status, content))
    } catch (error) {
      // No network, no answer in time, or one that is none of ours.
      if (error instanceof TypeError || error instanceof DOMException || error instanceof SyntaxError)
        return fail('unreachable')
      throw error
    }
  }
  const done = (answer: Result<unknown, PushProblem>): Result<void, PushProblem> => (answer.ok ? ok(undefined) : answer)

  return {
    async key() {
      const answer = await ask('GET', PUSH_PATHS.key)
      if (!answer.ok) return answer
      const parsed = pushKeySchema.safeParse(answer.value)
      return parsed.success ? ok(parsed.data.key) : fail('unreachable')
    },
    put: async (subscription) => done(await ask('PUT', PUSH_PATHS.subscription, subscription)),
    remove: async () => done(await ask('DELETE', PUSH_PATHS.subscription)),
  }
}

function problemOf(status: number, content: unknown): PushProblem {
  const parsed = problemSchema.safeParse(content)
  const code = parsed.success ? parsed.data.code : undefined
  if (status === 401) return 'signed-out'
  if (code === PUSH_PROBLEMS.off) return 'off'
  if (code === PUSH_PROBLEMS.endpoint) return 'unknown-service'
  return code === PUSH_PROBLEMS.full ? 'full' : 'unreachable'
}
