import { randomBytes } from 'node:crypto'
import { COACH_PATHS } from '../../shared/coach/protocol.ts'
import type { TurnRequest } from '../../shared/coach/turn.ts'
import { type OpenAiDouble, startOpenAiDouble } from '../../sync-server/coach/double/openai-double.ts'
import { type HeardTurn, readTurn, type TurnReader } from '../../sync-server/coach/turn-reader.ts'
import { type SignedIn, SyncServer } from '../sync/sync-server.ts'

/** The real server in a process of its own, and behind it a model that says what a bench has it say, in this process. */
export class ProxiedCoach {
  readonly server: SyncServer
  readonly model: OpenAiDouble

  private constructor(server: SyncServer, model: OpenAiDouble) {
    this.server = server
    this.model = model
  }

  static async start(): Promise<ProxiedCoach> {
    const model = await startOpenAiDouble()
    const server = await SyncServer.start({
      COACH: 'openai',
      OPENAI_BASE_URL: model.baseUrl,
      OPENAI_API_KEY: model.apiKey,
      OPENAI_MODEL: model.model,
      COACH_TOKENS_A_DAY: '1000000000',
      COACH_SERVER_TOKENS_A_DAY: '1000000000',
    })
    return new ProxiedCoach(server, model)
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
    const { baseUrl, apiKey, model } = this.model
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
    const piece = JSON.stringify({ content: this.model.answer[0] }).slice(1, -1)
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
    if (text !== this.model.answer.join('') || ends[0]?.type !== 'done')
      throw new Error(`a reply was not whole: ${text.length} of ${this.model.answer.join('').length}, ${ends[0]?.type}`)
  }

  async stop(): Promise<void> {
    await this.server.stop()
    await this.model.close()
  }
}

const QUESTION = 'Why was I tired this week?'
/** As long as a context of six metrics. */
const CONTEXT = JSON.stringify({ metrics: Array.from({ length: 60 }, (_, n) => ({ id: n, mean: n * 1.25, n: 28 })) })
