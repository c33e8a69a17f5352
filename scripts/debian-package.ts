import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'

const MINUTE_MS = 60_000

/** Whether packages of Debian can be installed here without asking anybody. */
export function isDebianRoot(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && canRun('/usr/bin/apt-get')
}

/** Installs packages of Debian; undefined when it worked, else what went wrong. */
export function installPackages(names: readonly string[]): string | undefined {
  // Other programs hold apt's lock for minutes on a machine that has just started.
  const lock = ['-o', 'DPkg::Lock::Timeout=400', '-o', 'Acquire::Retries=2']
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return (
    tryRun('apt-get', [...lock, 'update'], 7 * MINUTE_MS, env) ??
    tryRun('apt-get', [...lock, 'install', '-y', '--no-install-recommends', ...names], 15 * MINUTE_MS, env)
  )
}

/** Runs a program to its end; undefined when it ended well, else what went wrong. */
export function tryRun(
  command: string,
  args: readonly string[],
  timeout: number,
  env: NodeJS.ProcessEnv,
): string | undefined {
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

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    // Absent, or not ours to run: no package can be installed either way.
    return false
  }
}
