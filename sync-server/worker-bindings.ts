import * as z from 'zod'
import { fail, ok, type Result } from '../shared/result/result.ts'
import { type Config, readConfig } from './config.ts'

/** What the Worker is given by `wrangler.toml` and by whoever deploys it. */
export interface Bindings
  extends Pick<
    Config,
    'signUp' | 'origins' | 'quotaBytes' | 'redis' | 'pushKeys' | 'pushContact' | 'pushHosts' | 'jobsSecret' | 'coach'
  > {
  readonly authSecret: string
  /** The database, by way of Hyperdrive. */
  readonly databaseUrl: string
  /** Answers with the page of the built app, to be shown at the request's address. */
  readonly page: (request: Request) => Promise<Response>
}

const schema = z.object({
  PG: z.object({ connectionString: z.string() }, 'must be a Hyperdrive binding'),
  ASSETS: z.custom<{ fetch(request: Request): Promise<Response> }>(
    (value) => typeof value === 'object' && value !== null && 'fetch' in value && typeof value.fetch === 'function',
    'must be the binding of the static assets',
  ),
  AUTH_SECRET: z.string('must be set, as a secret'),
  SIGNUP: z.string().optional(),
  ORIGIN: z.string().optional(),
  QUOTA_MIB: z.string().optional(),
  UPSTASH_REDIS_REST_URL: z.string().optional(),
  UPSTASH_REDIS_REST_TOKEN: z.string().optional(),
  PUSH_KEYS: z.string().optional(),
  PUSH_CONTACT: z.string().optional(),
  PUSH_HOSTS: z.string().optional(),
  JOBS_SECRET: z.string().optional(),
  COACH: z.string().optional(),
  LETTA_BASE_URL: z.string().optional(),
  LETTA_API_KEY: z.string().optional(),
  LETTA_MODEL: z.string().optional(),
  OPENAI_BASE_URL: z.string().optional(),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_MODEL: z.string().optional(),
  COACH_NAME: z.string().optional(),
  COACH_TURNS_A_DAY: z.string().optional(),
  COACH_TOKENS_A_DAY: z.string().optional(),
  COACH_SERVER_TOKENS_A_DAY: z.string().optional(),
  COACH_WEB_SEARCH: z.string().optional(),
})

/** Fails with one line for each binding that is missing or cannot be used, naming it. Values are not repeated. */
export function readBindings(env: unknown): Result<Bindings, string[]> {
  const parsed = schema.safeParse(env)
  if (!parsed.success) return fail(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`))
  const { PG, ASSETS, AUTH_SECRET, ...settings } = parsed.data
  const config = readConfig({ AUTH_SECRET, ...settings }, '/')
  if (!config.ok) return config
  const { signUp, origins, quotaBytes, redis, pushKeys, pushContact, pushHosts, jobsSecret, coach } = config.value
  return ok({
    signUp,
    origins,
    quotaBytes,
    redis,
    pushKeys,
    pushContact,
    pushHosts,
    jobsSecret,
    coach,
    authSecret: AUTH_SECRET,
    databaseUrl: PG.connectionString,
    page: (request) => ASSETS.fetch(new Request(new URL('/', request.url), request)),
  })
}
