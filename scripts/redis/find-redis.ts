import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result/result.ts'
import { installPackages, isDebianRoot } from '../debian-package.ts'

const PLACES = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin']

/** The path of a redis-server on this machine; or why none can be started. */
export function findRedis(env: NodeJS.ProcessEnv = process.env): Result<string, string> {
  if (process.platform === 'win32') return fail('a private Redis is started on Unix alone')
  const path = [...(env['PATH'] ?? '').split(delimiter), ...PLACES]
    .map((folder) => join(folder, 'redis-server'))
    .find(existsSync)
  return path === undefined ? fail(`no redis-server on this machine (in PATH or ${PLACES.join(', ')})`) : ok(path)
}

/** Installs Debian's Redis where there is none and we may. What goes wrong is said, and then its tests are skipped. */
export function ensureRedis(say: (text: string) => void): void {
  if (findRedis().ok || !isDebianRoot()) return
  say('No redis-server found: installing it with apt-get ...')
  const problem = installPackages(['redis-server'])
  if (problem !== undefined) say(`redis-server was not installed: ${problem}`)
}
