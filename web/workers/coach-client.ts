import type * as z from 'zod/mini'
import type { Memory } from '../coach/answer.ts'
import type { Asked } from '../coach/ask.ts'
import {
  type CoachQuestion,
  type ContextMade,
  coachAnswers,
  coachResponse,
  LONGEST_QUESTION,
} from './coach-messages.ts'

export { actionSchema, type ContextMade, memorySchema } from './coach-messages.ts'

/** The coach worker, as a page uses it. It reads the person's records itself. */
export interface CoachOnDevice {
  readonly ask: (question: string, memory: Memory) => Promise<Asked>
  /** The summary that an agent may be sent. Nothing is sent by making it. */
  readonly context: (withNames: boolean) => Promise<ContextMade>
  /** Ends the worker; what was asked and not answered yet is rejected. */
  readonly close: () => void
}

/** What the client needs of a `Worker`. */
export type CoachPort = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>

type Without<Asked, Key extends PropertyKey> = Asked extends unknown ? Omit<Asked, Key> : never

interface Waiting {
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: Error) => void
}

const startWorker = (): CoachPort => new Worker(new URL('./coach.worker.ts', import.meta.url), { type: 'module' })

let pageClient: CoachOnDevice | undefined

/** The one worker of this page, started by whoever asks for it first. */
export function pageCoach(): CoachOnDevice {
  pageClient ??= createCoachClient(navigator.language)
  return pageClient
}

/** Starts a worker. `locale`: BCP 47. */
export function createCoachClient(locale: string, port: CoachPort = startWorker()): CoachOnDevice {
  const waiting = new Map<number, Waiting>()
  let lastId = 0

  port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const said = coachResponse.parse(data)
    const asker = waiting.get(said.id)
    waiting.delete(said.id)
    if (said.kind === 'answer') asker?.resolve(said.answer)
    else asker?.reject(new Error(said.message))
  })
  port.addEventListener('error', ({ message }) => rejectAll(message === '' ? 'The coach worker failed.' : message))

  function rejectAll(message: string): void {
    for (const { reject } of waiting.values()) reject(new Error(message))
    waiting.clear()
  }

  async function ask<Answer extends z.ZodMiniType>(
    asked: Without<CoachQuestion, 'id'>,
    answer: Answer,
  ): Promise<z.infer<Answer>> {
    const id = ++lastId
    const answered = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }))
    port.postMessage({ ...asked, id })
    return answer.parse(await answered)
  }

  return {
    ask: (question, memory) =>
      ask({ kind: 'ask', question: question.slice(0, LONGEST_QUESTION), memory, locale }, coachAnswers.ask),
    context: (withNames) => ask({ kind: 'context', withNames, locale }, coachAnswers.context),
    close: () => {
      port.terminate()
      rejectAll('The coach was closed.')
    },
  }
}
