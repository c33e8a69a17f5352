import { Redis } from '@upstash/redis/cloudflare'

/** Where a Redis is reached by HTTP, in the way of Upstash. */
export interface RedisAddress {
  readonly url: string
  readonly token: string
}

/** Longer than any answer should take, in ms: then the database answers. */
const ANSWER_WITHIN_MS = 1000

/** A client that tries once, tells nobody about itself, and takes texts as they are. Its build for Workers needs `fetch` alone. */
export const connectRedis = ({ url, token }: RedisAddress): Redis =>
  new Redis({
    url,
    token,
    retry: { retries: 0 },
    signal: () => AbortSignal.timeout(ANSWER_WITHIN_MS),
    automaticDeserialization: false,
    responseEncoding: false,
    enableTelemetry: false,
    enableAutoPipelining: false,
    readYourWrites: false,
  })
