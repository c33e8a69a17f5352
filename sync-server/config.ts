import { resolve } from 'node:path'
import * as z from 'zod'
import { fail, ok, type Result } from '../shared/result/result.ts'
import { LIMITS } from '../shared/sync/protocol.ts'
import { parseSignUpPolicy, type SignUpPolicy } from './account/signup-policy.ts'
import { COACH_SETTINGS, type CoachConfig, coachConfigOf, coachProblems } from './coach/coach-config.ts'
import type { ListenAddress } from './listen-problem.ts'
import { parsePushHosts } from './push/push-hosts.ts'

export interface Config {
  readonly port: number
  /** The address listened on. This machine only unless a person says otherwise. */
  readonly host: string
  /** Absolute path of the folder for the server's own data. */
  readonly dataDir: string
  /** Absolute path of the built app. */
  readonly webDir: string
  /** Address of a Postgres database, which several server processes may share; undefined: a SQLite file in `dataDir`. */
  readonly databaseUrl: string | undefined
  /** The same database as who may change its tables; undefined: `databaseUrl` may. */
  readonly migrationUrl: string | undefined
  /** A Redis by HTTP in which leaderboards are indexed; undefined: the database ranks by itself. */
  readonly redis: { readonly url: string; readonly token: string } | undefined
  /** Who may make an account. */
  readonly signUp: SignUpPolicy
  /** Signs session cookies; undefined: one is made and kept in `dataDir`. */
  readonly authSecret: string | undefined
  /** Origins the app is opened at, where a proxy stands before the server; empty: none does. */
  readonly origins: ReadonlySet<string>
  /** Bytes that the sealed documents of an account may hold together. */
  readonly quotaBytes: number
  /** The keys by which push services know this server; undefined: some are made and kept in `dataDir`. */
  readonly pushKeys: string | undefined
  /** Where push services can write to who runs this server: `mailto:` or `https:`; undefined: the first https origin, if any. */
  readonly pushContact: string | undefined
  /** Hosts of push services besides those of the known browsers. */
  readonly pushHosts: readonly string[]
  /** With which schedulers outside have jobs run; undefined: none may. */
  readonly jobsSecret: string | undefined
  /** Which agent people can ask, and how much; undefined: none. */
  readonly coach: CoachConfig | undefined
  /** Where metrics are offered; undefined: nowhere. */
  readonly metrics: ListenAddress | undefined
}

const PORT_RULE = 'a whole number from 0 to 65535 (0 takes any free port)'

const ORIGIN_RULE = 'where the app is opened, such as https://ownit.example.org; several with commas between'
const SIGNUP_RULE = 'open, closed, or code: and an invitation code of 4 characters or more'
const CONTACT_RULE = 'an address to write to, mailto:somebody@example.org, or a page, https://example.org'
const HOSTS_RULE = 'names of hosts with commas between, such as push.example.org or .example.org for all below it'
const QUOTA_RULE = 'a whole number of mebibytes from 1 to 1000000'
const MIB = 1024 * 1024

const postgresUrl = z
  .string()
  .regex(/^postgres(?:ql)?:\/\/./, 'must be the address of a Postgres database: postgres://...')
  .optional()

const port = z
  .string()
  .regex(/^\d{1,5}$/, `must be ${PORT_RULE}`)
  .transform(Number)
  .refine((number) => number <= 65_535, `must be ${PORT_RULE}`)
const host = z.string().regex(/^[\w.:-]+$/, 'must be a host name or an address, such as 127.0.0.1 or 0.0.0.0')

const settings = z.object({
  PORT: port.default(8787),
  HOST: host.default('127.0.0.1'),
  DATA_DIR: z.string().trim().min(1, 'must be the path of a folder').default('data'),
  WEB_DIR: z.string().trim().min(1, 'must be the path of the built app').optional(),
  DATABASE_URL: postgresUrl,
  MIGRATION_DATABASE_URL: postgresUrl,
  UPSTASH_REDIS_REST_URL: z
    .string()
    .regex(/^https?:\/\/[^\s/?#@]+\/?$/, 'must be the address of a Redis by HTTP: https://...')
    .optional(),
  UPSTASH_REDIS_REST_TOKEN: z.string().min(1, 'must be the token of that Redis').optional(),
  SIGNUP: z
    .string()
    .transform((text, context) => parseSignUpPolicy(text) ?? refuse(context, `must be ${SIGNUP_RULE}`))
    .default({ kind: 'open' }),
  AUTH_SECRET: z.string().min(32, 'must be a secret of 32 characters or more').optional(),
  ORIGIN: z
    .string()
    .transform((text, context) => parseOrigins(text) ?? refuse(context, `must be ${ORIGIN_RULE}`))
    .optional(),
  QUOTA_MIB: z
    .string()
    .regex(/^[1-9]\d{0,5}$|^1000000$/, `must be ${QUOTA_RULE}`)
    .transform((text) => Number(text) * MIB)
    .default(LIMITS.quotaBytes),
  PUSH_KEYS: z.string().optional(),
  PUSH_CONTACT: z
    .string()
    .regex(/^(?:mailto:[^\s@]+@[^\s@]+\.[^\s@]+|https:\/\/[^\s/]+\S*)$/, `must be ${CONTACT_RULE}`)
    .optional(),
  PUSH_HOSTS: z
    .string()
    .transform((text, context) => parsePushHosts(text) ?? refuse(context, `must be ${HOSTS_RULE}`))
    .optional(),
  JOBS_SECRET: z.string().min(32, 'must be a secret of 32 characters or more').optional(),
  ...COACH_SETTINGS,
  METRICS_PORT: port.optional(),
  METRICS_HOST: host.default('127.0.0.1'),
})

/** The environment variables that the server reads. */
export const SETTINGS: readonly string[] = Object.keys(settings.shape)

const schema = settings.superRefine((values, context) => {
  const pair = ['UPSTASH_REDIS_REST_URL', 'UPSTASH_REDIS_REST_TOKEN'] as const
  const missing = pair.filter((name) => values[name] === undefined)
  if (missing.length === 1)
    context.addIssue({
      code: 'custom',
      path: [...missing],
      message: 'must be set as well: Redis has an address and a token',
    })
  for (const [name, message] of coachProblems(values)) context.addIssue({ code: 'custom', path: [name], message })
})

/**
 * The server's settings from environment variables; relative paths start at `root`. Fails with one line for each variable
 * that cannot be used, naming it. Values are not repeated: some are secrets.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, root: string): Result<Config, string[]> {
  const parsed = schema.safeParse(env)
  if (!parsed.success) return fail(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`))
  const { PORT, HOST, DATA_DIR, WEB_DIR, DATABASE_URL, SIGNUP, AUTH_SECRET, ORIGIN, QUOTA_MIB } = parsed.data
  const { METRICS_PORT, METRICS_HOST, PUSH_KEYS, PUSH_CONTACT, PUSH_HOSTS, JOBS_SECRET } = parsed.data
  return ok({
    port: PORT,
    host: HOST,
    dataDir: resolve(root, DATA_DIR),
    webDir: resolve(root, WEB_DIR ?? 'web/dist'),
    databaseUrl: DATABASE_URL,
    migrationUrl: parsed.data.MIGRATION_DATABASE_URL,
    redis: redisOf(parsed.data),
    signUp: SIGNUP,
    authSecret: AUTH_SECRET,
    origins: ORIGIN ?? new Set(),
    quotaBytes: QUOTA_MIB,
    pushKeys: PUSH_KEYS,
    pushContact: PUSH_CONTACT ?? [...(ORIGIN ?? [])].find((origin) => origin.startsWith('https:')),
    pushHosts: PUSH_HOSTS ?? [],
    jobsSecret: JOBS_SECRET,
    coach: coachConfigOf(parsed.data),
    metrics: METRICS_PORT === undefined ? undefined : { port: METRICS_PORT, host: METRICS_HOST },
  })
}

function redisOf({ UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token }: z.infer<typeof schema>) {
  return url === undefined || token === undefined ? undefined : { url, token }
}

function parseOrigins(text: string): ReadonlySet<string> | undefined {
  const origins = new Set<string>()
  for (const part of text.split(',')) {
    const url = URL.canParse(part.trim()) ? new URL(part.trim()) : undefined
    if (url === undefined || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search + url.hash !== '')
      return undefined
    origins.add(url.origin)
  }
  return origins
}

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}
