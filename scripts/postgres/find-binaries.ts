import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result/result.ts'

/** The programs of a Postgres, and as whom they run: Postgres refuses to run as root. */
export interface PostgresBinaries {
  readonly folder: string
  readonly runAs?: { readonly uid: number; readonly gid: number }
}

/** Where packages put the programs, each with a folder a version. */
const HOMES = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt', '/usr/local/pgsql']

/** The newest Postgres of this machine, first of all the one in PATH; or why none can be started. */
export function findPostgres(env: NodeJS.ProcessEnv = process.env): Result<PostgresBinaries, string> {
  if (process.platform === 'win32') return fail('a private Postgres is started on Unix alone')
  const homes = HOMES.filter(existsSync).flatMap((home) =>
    [
      home,
      ...readdirSync(home)
        .sort(byVersion)
        .map((name) => join(home, name)),
    ].map((path) => join(path, 'bin')),
  )
  const folder = [...(env['PATH'] ?? '').split(delimiter), ...homes].find(
    (path) => existsSync(join(path, 'initdb')) && existsSync(join(path, 'postgres')),
  )
  if (folder === undefined)
    return fail(`no Postgres on this machine (initdb and postgres, in PATH or ${HOMES.join(', ')})`)
  if (process.getuid?.() !== 0) return ok({ folder })
  const idOf = (option: string) =>
    Number(execFileSync('id', [option, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return ok({ folder, runAs: { uid: idOf('-u'), gid: idOf('-g') } })
  } catch {
    return fail('Postgres does not run as root, and there is no user "postgres"')
  }
}

/** The later version first: 17 before 9.6. */
const byVersion = (a: string, b: string) => versionOf(b) - versionOf(a)
const versionOf = (name: string) => Number(/(\d+(?:\.\d+)?)$/.exec(name)?.[1] ?? 0)
