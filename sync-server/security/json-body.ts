import { promisify } from 'node:util'
import { gunzip, gunzipSync } from 'node:zlib'
import type { Context } from 'hono'
import { fail, ok, type Result } from '../../shared/result/result.ts'

export interface BodyProblem {
  readonly status: 400 | 413 | 415
  readonly error: string
}

const unzip = promisify(gunzip)
/** Up to here unpacking at once, in bytes, takes less than handing it to another thread: a push of 20 documents has 8 KiB. */
const AT_ONCE = 64 * 1024
const TOO_LARGE: BodyProblem = { status: 413, error: 'body too large' }

/**
 * A request's body as JSON, of `maxBytes` at most, counted after unpacking too, and unpacking stops there. Fails with 413
 * for more, 415 for an encoding other than gzip, 400 for what is cut off, damaged, no UTF-8 or no JSON.
 */
export async function readJson(context: Context, maxBytes: number): Promise<Result<unknown, BodyProblem>> {
  const encoding = context.req.header('content-encoding')?.trim().toLowerCase() ?? 'identity'
  if (encoding !== 'identity' && encoding !== 'gzip')
    return fail({ status: 415, error: 'the body may be gzip or not encoded' })
  const sent = await readBytes(context, maxBytes)
  if (!sent.ok) return sent
  const body = encoding === 'gzip' ? await unpack(sent.value, maxBytes) : sent
  return body.ok ? parse(body.value) : body
}

async function readBytes(context: Context, maxBytes: number): Promise<Result<Uint8Array, BodyProblem>> {
  const length = context.req.header('content-length')
  if (Number(length ?? 0) > maxBytes) return fail(TOO_LARGE)
  try {
    // Node reads no further than the length that was said, and faster so than in chunks.
    if (length !== undefined && context.req.header('transfer-encoding') === undefined) {
      const bytes = new Uint8Array(await context.req.arrayBuffer())
      return bytes.length > maxBytes ? fail(TOO_LARGE) : ok(bytes)
    }
    return await readChunks(context.req.raw.body, maxBytes)
  } catch {
    // The connection broke: nobody reads the answer.
    return fail({ status: 400, error: 'the body was cut off' })
  }
}

async function readChunks(body: Request['body'], maxBytes: number): Promise<Result<Uint8Array, BodyProblem>> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > maxBytes) return fail(TOO_LARGE)
    chunks.push(chunk)
  }
  return ok(Buffer.concat(chunks, size))
}

async function unpack(bytes: Uint8Array, maxBytes: number): Promise<Result<Uint8Array, BodyProblem>> {
  try {
    const bound = { maxOutputLength: maxBytes }
    return ok(bytes.length <= AT_ONCE ? gunzipSync(bytes, bound) : await unzip(bytes, bound))
  } catch (error) {
    if (error instanceof RangeError) return fail(TOO_LARGE)
    return fail({ status: 400, error: 'the body is no whole gzip' })
  }
}

function parse(bytes: Uint8Array): Result<unknown, BodyProblem> {
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch {
    return fail({ status: 400, error: 'the body is no JSON' })
  }
}
