import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { VaultKeys } from '../../web/sync/vault/derive-keys.ts'

const START_WITHIN_MS = 15_000

/** The floor's server, while it runs. */
export class BareServer {
  readonly #directory: string
  readonly #child: ChildProcess
  readonly url: string

  private constructor(directory: string, child: ChildProcess, url: string) {
    this.#directory = directory
    this.#child = child
    this.url = url
  }

  static async start(): Promise<BareServer> {
    const directory = await mkdtemp(join(tmpdir(), 'ownit-bare-'))
    const child = spawn(process.execPath, [join(import.meta.dirname, 'bare-server.ts'), join(directory, 'bare.db')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    // Also where a bench fails.
    process.once('exit', () => child.kill())
    const [line] = await once(child.stdout, 'data', { signal: AbortSignal.timeout(START_WITHIN_MS) })
    return new BareServer(directory, child, `http://127.0.0.1:${Number(String(line))}`)
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, 'close')
    this.#child.kill('SIGTERM')
    await ended
    await rm(this.#directory, { recursive: true, force: true })
  }
}

const IV_BYTES = 12
const KEY_BYTES = 16
const PAGE = 500

/** What the floor seals: a text and the name it goes under, both standing ready as bytes. */
export interface BareText {
  readonly name: Uint8Array<ArrayBuffer>
  readonly text: Uint8Array<ArrayBuffer>
}

/** Names and seals all texts by bare WebCrypto and sends them by bare fetch, page by page. */
export async function barePush(
  url: string,
  account: string,
  keys: VaultKeys,
  texts: readonly BareText[],
): Promise<void> {
  for (let at = 0; at < texts.length; at += PAGE) {
    const push = await Promise.all(
      texts.slice(at, at + PAGE).map(async ({ name, text }) => {
        const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
        const [mac, sealed] = await Promise.all([
          crypto.subtle.sign('HMAC', keys.indexKey, name),
          crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: AD }, keys.sealKey, text),
        ])
        const envelope = Buffer.concat([iv, Buffer.from(sealed)]).toString('base64url')
        return { key: Buffer.from(mac, 0, KEY_BYTES).toString('base64url'), base: 0, envelope }
      }),
    )
    await ask(url, { account, cursor: 0, push })
  }
}

/** Fetches every page, opens its envelopes and names them again by bare WebCrypto. Answers how many bytes they held. */
export async function barePull(url: string, account: string, keys: VaultKeys): Promise<number> {
  let opened = 0
  for (let cursor = 0, more = true; more; ) {
    const answer = await ask(url, { account, cursor, push: [] })
    const texts = answer.changes.map(async ({ envelope }) => {
      const bytes = Buffer.from(envelope, 'base64url')
      const iv = bytes.subarray(0, IV_BYTES)
      const [text] = await Promise.all([
        crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: AD }, keys.sealKey, bytes.subarray(IV_BYTES)),
        crypto.subtle.sign('HMAC', keys.indexKey, iv),
      ])
      return text.byteLength
    })
    for (const bytes of await Promise.all(texts)) opened += bytes
    cursor = answer.cursor
    more = answer.more
  }
  return opened
}

/** As long as ours. */
const AD = crypto.getRandomValues(new Uint8Array(64))

interface Answer {
  readonly changes: readonly { readonly envelope: string }[]
  readonly cursor: number
  readonly more: boolean
}

async function ask(url: string, body: unknown): Promise<Answer> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`the floor answered with ${response.status}`)
  const answer: Answer = await response.json()
  return answer
}
