import type { Context, MiddlewareHandler } from 'hono'
import { forgetBody } from './refused-body.ts'
import type { TokenBuckets } from './token-bucket.ts'
import { tooManyRequests } from './too-many-requests.ts'

/** Nothing that the API answers is kept by a browser or a proxy. */
export const neverKept: MiddlewareHandler = async (context, next) => {
  await next()
  context.res.headers.set('Cache-Control', 'no-store')
}

/** Refuses what says that it is larger than anything the API takes, keeping none of it. Each route bounds what it reads. */
export function refuseLarge(maxBytes: number): MiddlewareHandler {
  return async (context, next) => {
    const bytes = Number(context.req.header('content-length') ?? 0)
    if (bytes <= maxBytes) return next()
    await forgetBody(context.req.raw.body, bytes)
    return context.json({ error: 'body too large' }, 413)
  }
}

/** Answers 429 to an address that asks too often. */
export function limitAddresses(buckets: TokenBuckets, addressOf: (context: Context) => string): MiddlewareHandler {
  return async (context, next) => {
    const waitMs = buckets.take(addressOf(context))
    return waitMs > 0 ? tooManyRequests(context, waitMs) : next()
  }
}
