import type { MiddlewareHandler } from 'hono'

export interface RequestVariables {
  readonly Variables: { requestId: string }
}

/** Gives each request an id of our own making, told back in `X-Request-Id`, so a person's report finds its log line. */
export function requestId(newId: () => string): MiddlewareHandler<RequestVariables> {
  return async (context, next) => {
    const id = newId()
    context.set('requestId', id)
    await next()
    context.res.headers.set('X-Request-Id', id)
  }
}
