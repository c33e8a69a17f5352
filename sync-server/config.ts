import { resolve } from 'node:path'
import * as z from 'zod'
import { fail, ok, type Result } from '../shared/result/result.ts'

export interface Config {
  readonly port: number
  /** The address listened on. This machine only unless a person says otherwise. */
  readonly host: string
  /** Absolute path of the folder for the server's own data. */
  readonly dataDir: string
  /** Absolute path of the built app. */
  readonly webDir: string
}

const PORT_RULE = 'a whole number from 0 to 65535 (0 takes any free port)'

const schema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, `must be ${PORT_RULE}`)
    .transform(Number)
    .refine((port) => port <= 65_535, `must be ${PORT_RULE}`)
    .default(8787),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be a host name or an address, such as 127.0.0.1 or 0.0.0.0')
    .default('127.0.0.1'),
  DATA_DIR: z.string().trim().min(1, 'must be the path of a folder').default('data'),
  WEB_DIR: z.string().trim().min(1, 'must be the path of the built app').optional(),
})

/**
 * The server's settings from environment variables; relative paths start at `root`. Fails with one line for each variable
 * that cannot be used, naming it. Values are not repeated: later settings are secrets.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, root: string): Result<Config, string[]> {
  const parsed = schema.safeParse(env)
  if (!parsed.success) return fail(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`))
  const { PORT, HOST, DATA_DIR, WEB_DIR } = parsed.data
  return ok({
    port: PORT,
    host: HOST,
    dataDir: resolve(root, DATA_DIR),
    webDir: resolve(root, WEB_DIR ?? 'web/dist'),
  })
}
