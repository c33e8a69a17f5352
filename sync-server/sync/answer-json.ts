import { promisify } from 'node:util'
import { constants, gzip, gzipSync } from 'node:zlib'
import type { Context } from 'hono'
import { chooseEncoding } from '../accept-encoding.ts'

const zip = promisify(gzip)
const GZIP = new Set(['gzip'] as const)
/** Shorter answers fit a packet or two as they are. */
const WORTH_IT = 2 * 1024
/** Up to here packing at once, in characters, takes less than handing it to another thread. */
const AT_ONCE = 32 * 1024
const FAST = { level: constants.Z_BEST_SPEED }

/**
 * Answers with JSON, in gzip where the client takes it and it pays. Sealed bytes do not compress, but as base64url they lose
 * the quarter that this spelling adds, at the fastest level as well as at the best one.
 */
export async function answerJson(context: Context, value: unknown): Promise<Response> {
  const text = JSON.stringify(value)
  const headers = new Headers({ 'Content-Type': 'application/json', Vary: 'Accept-Encoding' })
  if (text.length < WORTH_IT || chooseEncoding(context.req.header('accept-encoding'), GZIP) === undefined)
    return new Response(text, { headers })
  headers.set('Content-Encoding', 'gzip')
  return new Response(text.length <= AT_ONCE ? gzipSync(text, FAST) : await zip(text, FAST), { headers })
}
