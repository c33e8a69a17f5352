import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { installedChromium, isExecutable } from './installed.ts'

const MINUTE_MS = 60_000

/** One way to get a Chromium: undefined when it worked, else what went wrong. */
interface Attempt {
  readonly name: string
  run(): string | undefined
}

/**
 * The path of a Chromium, installing one where none is found: Debian's package for root on Debian (Playwright's download
 * can hang behind a closed network), else Playwright's. Throws with all that was tried.
 */
export function ensureChromium(say: (text: string) => void): string {
  const named = process.env['CHROMIUM_PATH']
  if (named !== undefined && named !== '' && !isExecutable(named))
    throw new Error(`CHROMIUM_PATH is ${named}, which is no program that can be run`)
  const found = installedChromium()
  if (found !== undefined) return found

  const attempts = isDebianRoot() ? [DEBIAN, PLAYWRIGHT] : [PLAYWRIGHT]
  const failures = ['no google-chrome, chromium or chromium-browser in PATH or the usual places']
  for (const { name, run } of attempts) {
    say(`No Chromium found: installing it with ${name} ...`)
    const problem = run()
    const installed = installedChromium()
    if (installed !== undefined) return installed
    failures.push(`${name}: ${problem ?? 'ended well, but no Chromium is there'}`)
  }
  throw new Error(
    [
      'The browser tests need a Chromium. Tried:',
      ...failures.map((text) => `  - ${text}`),
      'Or set CHROMIUM_PATH.',
    ].join('\n'),
  )
}

const DEBIAN: Attempt = {
  name: 'apt-get',
  run: () => {
    // Other programs hold apt's lock for minutes on a machine that has just started.
    const lock = ['-o', 'DPkg::Lock::Timeout=400', '-o', 'Acquire::Retries=2']
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    return (
      tryRun('apt-get', [...lock, 'update'], 7 * MINUTE_MS, env) ??
      tryRun(
        'apt-get',
        [...lock, 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
        15 * MINUTE_MS,
        env,
      )
    )
  },
}

const PLAYWRIGHT: Attempt = {
  name: 'Playwright',
  run: () => {
    const cli = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js')
    return tryRun(process.execPath, [cli, 'install', 'chromium'], 5 * MINUTE_MS, process.env)
  },
}

function isDebianRoot(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && isExecutable('/usr/bin/apt-get')
}

function tryRun(command: string, args: readonly string[], timeout: number, env: NodeJS.ProcessEnv): string | undefined {
  const { error, status, signal, stderr } = spawnSync(command, args, {
    env,
    timeout,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  })
  if (error !== undefined) return error.message
  if (signal !== null) return `not done within ${timeout / MINUTE_MS} minutes`
  return status === 0 ? undefined : `ended with ${status}: ${stderr.trim().split('\n').slice(-3).join(' | ')}`
}
