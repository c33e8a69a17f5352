import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ROOT, toolPath } from '../run-tool.ts'

export interface RunningWorker {
  readonly url: string
  stop(): Promise<void>
}

export interface WorkerOptions {
  /** The database behind Hyperdrive; its tables are up to date. */
  readonly databaseUrl: string
  /** AUTH_SECRET, and what else the Worker is to be told. */
  readonly vars: Readonly<Record<string, string>>
  /** What `bundleWorker` made; where it is left out the sources are bundled, and again when they change. */
  readonly bundle?: string
  /** The folder of the built app; the configured one where it is left out. */
  readonly assets?: string
  /** 0 takes any free port. */
  readonly port: number
  /** Given everything that wrangler says. */
  readonly say: (text: string) => void
}

/**
 * Starts the server in Cloudflare's runtime on this machine, at 127.0.0.1 and without the network. Rejects with what was said
 * when it ends instead.
 */
export async function startWorker({
  databaseUrl,
  vars,
  bundle,
  assets,
  port,
  say,
}: WorkerOptions): Promise<RunningWorker> {
  const state = await mkdtemp(join(tmpdir(), 'ownit-worker-'))
  const command = [
    ...[
      process.execPath,
      toolPath('wrangler', 'wrangler'),
      'dev',
      ...(bundle === undefined ? [] : [bundle, '--no-bundle']),
    ],
    ...[
      '--config',
      join(ROOT, 'wrangler.toml'),
      '--local',
      '--ip',
      '127.0.0.1',
      '--port',
      String(port),
      '--inspector-port',
      '0',
      '--persist-to',
      state,
    ],
    ...(assets === undefined ? [] : ['--assets', assets]),
    ...Object.entries(vars).flatMap(([name, value]) => ['--var', `${name}:${value}`]),
  ]
  const running = spawnGroup(command, {
    ...process.env,
    CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_PG: withPassword(databaseUrl),
    ...QUIET,
    // Else several of them speak to one another through a folder in the home.
    WRANGLER_REGISTRY_PATH: join(state, 'registry'),
    WRANGLER_LOG_PATH: join(state, 'logs'),
  })
  const stop = async () => {
    running.stdin?.end()
    if (running.exitCode === null && running.signalCode === null) await once(running, 'close')
    await rm(state, { recursive: true, force: true })
  }
  try {
    return { url: await whenReady(running, say), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Says nothing to anybody elsewhere, asks no questions, draws no picture. */
const QUIET = { WRANGLER_SEND_METRICS: 'false', WRANGLER_SEND_ERROR_REPORTS: 'false', CI: '1', NO_COLOR: '1' }

/** Bundles the Worker into `folder` as a deployment would, and answers the path of the bundle. Throws with what was said. */
export async function bundleWorker(folder: string, assets: string): Promise<string> {
  const wrangler = [toolPath('wrangler', 'wrangler'), 'deploy', '--dry-run', '--outdir', folder, '--assets', assets]
  await promisify(execFile)(process.execPath, wrangler, {
    cwd: ROOT,
    env: { ...process.env, ...QUIET, WRANGLER_LOG_PATH: join(folder, 'logs') },
  })
  return join(folder, 'worker.js')
}

/** Wrangler refuses an address without one, also where the database asks for none. */
function withPassword(databaseUrl: string): string {
  const url = new URL(databaseUrl)
  if (url.password === '') url.password = 'none'
  return url.href
}

/**
 * Starts a program in a process group of its own: it starts others, which outlive it. A shell holds the other end of its input,
 * so that the whole group ends with this process, however that ends.
 */
const spawnGroup = (command: readonly string[], env: NodeJS.ProcessEnv): ChildProcess =>
  spawn(
    'sh',
    [
      '-c',
      'trap : TERM; { "$@" 2>&1; echo "ended with $?"; } </dev/null & cat >/dev/null; kill 0; wait',
      'sh',
      ...command,
    ],
    {
      cwd: ROOT,
      env,
      detached: true,
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )

/** Resolves with the address when the server takes requests. */
function whenReady(running: ChildProcess, say: (text: string) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    running.stdout?.on('data', (chunk: Buffer) => {
      const text = chunk.toString()
      say(text)
      said = `${said}${text}`.slice(-10_000)
      const url = /Ready on (http:\/\/\S+)/.exec(said)?.[1]
      if (url !== undefined) resolve(url)
      // The shell waits for its input, so the end is noticed by what it says.
      else if (/^ended with \d+$/m.test(said)) reject(new Error(`the Worker does not start: ${said}`))
    })
    running.on('error', reject)
    running.on('close', () => reject(new Error(`the Worker ended: ${said}`)))
  })
}
