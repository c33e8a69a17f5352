import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { installPackages, isDebianRoot, tryRun } from '../debian-package.ts'
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
  run: () => installPackages(['chromium', 'fonts-dejavu-core']),
}

const PLAYWRIGHT: Attempt = {
  name: 'Playwright',
  run: () => {
    const cli = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js')
    return tryRun(process.execPath, [cli, 'install', 'chromium'], 5 * MINUTE_MS, process.env)
  },
}
