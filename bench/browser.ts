import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { AppServer } from '../e2e/support/app-server.ts'
import { BROWSER_ARGS } from '../e2e/support/browser-args.ts'

/** The built app in Chromium, on profiles that are kept on disk: memory-only databases are faster than anyone's. */
export class BenchBrowser {
  readonly #executable: string
  readonly #server: AppServer
  readonly #directory: string
  readonly #open: BrowserContext[] = []

  private constructor(executable: string, server: AppServer, directory: string) {
    this.#executable = executable
    this.#server = server
    this.#directory = directory
  }

  static async start(executable: string): Promise<BenchBrowser> {
    const directory = await mkdtemp(join(tmpdir(), 'ownit-bench-'))
    const server = new AppServer(join(directory, 'data'))
    await server.start()
    return new BenchBrowser(executable, server, directory)
  }

  get url(): string {
    return this.#server.url
  }

  /**
   * A browser of its own on the profile called `name`; the same name finds the same data again. `args` are further switches
   * of Chromium.
   */
  async profile(
    name: string,
    args: readonly string[] = [],
  ): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
    const context = await chromium.launchPersistentContext(join(this.#directory, name), {
      executablePath: this.#executable,
      args: [...BROWSER_ARGS, ...args],
      viewport: { width: 390, height: 844 },
      timezoneId: 'Europe/Berlin',
      bypassCSP: true,
    })
    this.#open.push(context)
    const [first] = context.pages()
    return { context, page: first ?? (await context.newPage()) }
  }

  async close(): Promise<void> {
    await Promise.all(this.#open.map((context) => context.close()))
    await this.#server.stop()
    await rm(this.#directory, { recursive: true, force: true })
  }
}
