import { type BrowserContext, test as base, chromium, expect } from '@playwright/test'
import { AppServer } from './app-server.ts'
import { Problems } from './problems.ts'

interface Fixtures {
  /** Every test fails on a console error, a policy violation or an uncaught error in any page; `problems.allow` lets one through. */
  readonly problems: Problems
  /** A server of the test's own, started, that it may stop and start. Pages of it are reached by `server.url`. */
  readonly server: AppServer
  /** Opens a browser on a profile kept on disk, which survives its own closing. Call again with nothing open for a restart. */
  readonly openProfile: () => Promise<BrowserContext>
}

export const test = base.extend<Fixtures>({
  problems: [
    async ({ context }, use) => {
      const problems = new Problems()
      problems.watch(context)
      await use(problems)
      // What a page asks for as its test ends is nobody's answer any more.
      await context.unrouteAll({ behavior: 'ignoreErrors' })
      expect(problems.list(), 'nothing went wrong in the page unseen').toEqual([])
    },
    { auto: true },
  ],

  server: async ({ browser }, use, testInfo) => {
    const server = new AppServer(testInfo.outputPath('data'))
    await server.start()
    await use(server)
    // First the pages: one that is still fetching what comes after its first picture would complain of a server that is gone.
    for (const context of browser.contexts()) for (const page of context.pages()) await page.close()
    await server.stop()
  },

  openProfile: async ({ launchOptions, problems }, use, testInfo) => {
    const opened: BrowserContext[] = []
    await use(async () => {
      const context = await chromium.launchPersistentContext(testInfo.outputPath('profile'), launchOptions)
      problems.watch(context)
      opened.push(context)
      return context
    })
    for (const context of opened) await context.close()
  },
})

export { expect }
