import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const ROOT = resolve(import.meta.dirname, '../..')
/** With which `npm start`, the image and the unit start it too. */
const MEMORY_LIMITS = ['--max-semi-space-size=4', '--max-old-space-size=512']
const START_WITHIN_MS = 60_000

/** The app's own server in a process of its own, to be stopped and started in the middle of a test. */
export class AppServer {
  readonly #dataDir: string
  readonly #settings: Readonly<Record<string, string>>
  #child: ChildProcess | undefined
  #port = 0
  #output = ''

  /** `settings`: what its environment says besides. */
  constructor(dataDir: string, settings: Readonly<Record<string, string>> = {}) {
    this.#dataDir = dataDir
    this.#settings = settings
  }

  /** The origin, the same after every start. */
  get url(): string {
    return `http://localhost:${this.#port}`
  }

  /** All that it has printed, over all its starts. */
  get log(): string {
    return this.#output
  }

  /** The process, while it runs. */
  get pid(): number | undefined {
    return this.#child?.pid
  }

  /**
   * Starts it on the port it had before, or a free one, and waits until it answers. `webDir`: another build to serve;
   * `preload`: a module that is loaded into it first.
   */
  async start(webDir = join(ROOT, 'web/dist'), preload?: string): Promise<void> {
    const loaded = preload === undefined ? [] : ['--import', preload]
    const child = spawn(process.execPath, [...MEMORY_LIMITS, ...loaded, join(ROOT, 'sync-server/main.ts')], {
      env: {
        ...process.env,
        ...this.#settings,
        PORT: String(this.#port),
        HOST: '127.0.0.1',
        DATA_DIR: this.#dataDir,
        WEB_DIR: webDir,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        this.#output += chunk.toString()
      })
    this.#port = await listeningPort(child)
  }

  /** Runs a command of `scripts/` on its data, as its owner does. */
  async run(command: 'backup' | 'restore', file: string): Promise<void> {
    const env = { ...process.env, DATA_DIR: this.#dataDir }
    await promisify(execFile)(process.execPath, [join(ROOT, `scripts/${command}.ts`), file], { env })
  }

  /** Kills it in the middle of whatever it does, as a power cut does. */
  async kill(): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (child === undefined || hasEnded(child)) return
    const ended = once(child, 'close')
    child.kill('SIGKILL')
    await ended
  }

  /** Waits until it has been killed from within. */
  async killed(): Promise<void> {
    const child = this.#child
    if (child === undefined) return
    if (child.signalCode === null) await once(child, 'close')
    if (child.signalCode !== 'SIGKILL') throw new Error(`the server ended with ${child.exitCode ?? child.signalCode}`)
    this.#child = undefined
  }

  /** Ends it. Afterwards every request to it is refused, as with a server that is switched off. */
  async stop(): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (child === undefined || hasEnded(child)) return
    const ended = once(child, 'close')
    child.kill('SIGTERM')
    const kill = setTimeout(() => child.kill('SIGKILL'), 7000)
    await ended
    clearTimeout(kill)
  }
}

/** By itself, or by a signal: then there is no code, and no more `close` to wait for. */
const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

function listeningPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = ''
    const timeout = setTimeout(() => reject(new Error(`the server did not start: ${output}`)), START_WITHIN_MS)
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const port = /"message":"listening".*"port":(\d+)/.exec(output)?.[1]
      if (port === undefined) return
      clearTimeout(timeout)
      child.stdout?.off('data', read)
      child.stderr?.off('data', read)
      resolve(Number(port))
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('close', (code, signal) => reject(new Error(`the server ended with ${code ?? signal}: ${output}`)))
  })
}
