import type { Context } from 'hono'

/** Answers 429, and in how many seconds it is worth coming again. */
export function tooManyRequests(context: Context, waitMs: number): Response {
  return context.json({ error: 'too many requests' }, 429, { 'Retry-After': String(Math.ceil(waitMs / 1000)) })
}
