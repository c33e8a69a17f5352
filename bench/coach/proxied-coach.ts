import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import type * as z from 'zod'
import { COACH_PATHS } from '../../shared/coach/protocol.ts'
import type { TurnRequest } from '../../shared/coach/turn.ts'
import { type HeardTurn, readTurn, type TurnReader } from '../../sync-server/coach/turn-reader.ts'
import { type SignedIn, SyncServer } from '../sync/sync-server.ts'
import { modelSchema, type saysSchema } from './model-process.ts'

type Says = z.infer<typeof saysSchema>

/**
 * The real server, and behind it a model that says what a bench has it say; each in a process of its own, as they are: one that
 * shared the asker's would wait while the asker reads.
 */
export class ProxiedCoach {
  readonly server: SyncServer
  readonly #model: z.infer<typeof modelSchema>
  readonly #process: ChildProcess
  readonly #answer: readonly string[]

  private constructor(server: SyncServer, process: ChildProcess, model: z.infer<typeof modelSchema>, says: Says) {
    this.server = server
    this.#model = model
    this.#process = process
    this.#answer = says.answer
  }

  static async start(says: Says): Promise<ProxiedCoach> {
    const process = fork(join(import.meta.dirname, 'model-process.ts'))
    process.send(says)
    const [told] = await once(process, 'message')
    const model = modelSchema.parse(told)
    const server = await SyncServer.start({
      COACH: 'openai',
      OPENAI_BASE_URL: model.baseUrl,
      OPENAI_API_KEY: model.apiKey,
      OPENAI_MODEL: model.model,
      COACH_TOKENS_A_DAY: '1000000000',
      COACH_SERVER_TOKENS_A_DAY: '1000000000',
    })
    return new ProxiedCoach(server, process, model, says)
  }

  async ask({ url, cookie }: SignedIn): Promise<TurnReader> {
    const request: TurnRequest = {
      turnId: crypto.randomUUID(),
      key: randomBytes(32).toString('base64url'),
      text: QUESTION,
      context: { hash: 'hash', value: CONTEXT },
      recent: [],
    }
    const headers = { cookie, 'content-type': 'application/json' }
    return readTurn(
      await fetch(new URL(COACH_PATHS.turns, url), { method: 'POST', headers, body: JSON.stringify(request) }),
    )
  }

  /** The same of the model itself, until the first piece of its answer. */
  async firstTokenDirectly(): Promise<void> {
    const { baseUrl, apiKey, model } = this.#model
    const response = await fetch(`${baseUrl}/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        model,
        messages: [
          { role: 'system', content: CONTEXT },
          { role: 'user', content: QUESTION },
        ],
        stream: true,
        stream_options: { include_usage: true },
      }),
    })
    const piece = JSON.stringify({ content: this.#answer[0] }).slice(1, -1)
    let text = ''
    const decoder = new TextDecoder()
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true })
      if (text.includes(piece)) return
    }
    throw new Error('the model said nothing')
  }

  /** Throws where the reply is not whole. */
  expectWhole({ text, ends }: HeardTurn): void {
    const whole = this.#answer.join('')
    if (text !== whole || ends[0]?.type !== 'done')
      throw new Error(`a reply was not whole: ${text.length} of ${whole.length}, ${ends[0]?.type}`)
  }

  async stop(): Promise<void> {
    await this.server.stop()
    this.#process.disconnect()
  }
}

const QUESTION = 'Why was I tired this week?'
/** As long as a context of six metrics. */
const CONTEXT = JSON.stringify({ metrics: Array.from({ length: 60 }, (_, n) => ({ id: n, mean: n * 1.25, n: 28 })) })
