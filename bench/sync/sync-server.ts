import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { AppServer } from '../../e2e/support/app-server.ts'
import { secondDevice, signedUp } from '../../sync-server/http-contract-subject.ts'

const run = promisify(execFile)

/** Sign-ups at a time: the server bears so many attempts from one address, until it knows that they were right. */
const AT_ONCE = 20

/** Who a request is from. */
export interface SignedIn {
  readonly url: string
  /** `name=value` of the session's cookie. */
  readonly cookie: string
}

/** The real server on a SQLite file of its own, in a process of its own. */
export class SyncServer {
  readonly #directory: string
  readonly #app: AppServer

  private constructor(directory: string, settings: Readonly<Record<string, string>>) {
    this.#directory = directory
    this.#app = new AppServer(directory, settings)
  }

  /** `settings`: what its environment says besides. */
  static async start(settings: Readonly<Record<string, string>> = {}): Promise<SyncServer> {
    const server = new SyncServer(await mkdtemp(join(tmpdir(), 'ownit-sync-bench-')), settings)
    await server.#app.start()
    // Also where a bench fails; of `stop` the signal is sent at once.
    process.once('exit', () => void server.#app.stop())
    return server
  }

  /** The address, as loopback: some machines look up `localhost` for longer than an exchange takes. */
  get url(): string {
    return this.#app.url.replace('localhost', '127.0.0.1')
  }

  /** Two devices of a new account. */
  async newAccount(): Promise<readonly [SignedIn, SignedIn]> {
    const first = await signedUp(this.url)
    return [this.#signedIn(first.cookie), this.#signedIn((await secondDevice(this.url, first)).cookie)]
  }

  /** One device each of new accounts. */
  async newAccounts(count: number): Promise<readonly SignedIn[]> {
    const accounts: SignedIn[] = []
    while (accounts.length < count) {
      const some = Math.min(AT_ONCE, count - accounts.length)
      const devices = await Promise.all(Array.from({ length: some }, () => signedUp(this.url)))
      accounts.push(...devices.map(({ cookie }) => this.#signedIn(cookie)))
    }
    return accounts
  }

  /** Memory that the process holds now, in bytes. */
  async memory(): Promise<number> {
    const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(this.#app.pid)])
    return Number(stdout) * 1024
  }

  /**
   * The most memory that the process has held since `forgetPeak`, in bytes, as Linux counts it by itself: to ask twenty times a
   * second cost the server a tenth of what it takes. Elsewhere what it holds now.
   */
  async peakMemory(): Promise<number> {
    if (process.platform !== 'linux') return this.memory()
    const [, kib] = /^VmHWM:\s+(\d+) kB$/m.exec(await readFile(`/proc/${this.#app.pid}/status`, 'utf8')) ?? []
    if (kib === undefined) throw new Error('Linux does not say how much memory the server has held')
    return Number(kib) * 1024
  }

  async forgetPeak(): Promise<void> {
    if (process.platform === 'linux') await writeFile(`/proc/${this.#app.pid}/clear_refs`, '5')
  }

  /** Ends the server. Answers how many bytes its database takes. */
  async stop(): Promise<number> {
    await this.#app.stop()
    const { size } = await stat(join(this.#directory, 'ownit.db'))
    await rm(this.#directory, { recursive: true, force: true })
    return size
  }

  #signedIn(cookie: string | undefined): SignedIn {
    if (cookie === undefined) throw new Error('no session was begun')
    return { url: this.url, cookie }
  }
}
