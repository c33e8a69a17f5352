import type { BrowserContext, Page } from '@playwright/test'

const clocks = new WeakMap<BrowserContext, { instant: number }>()

/**
 * Sets the clock of the page, which stands still then, and of the insight workers that its pages start from now on: those have
 * a clock of their own. The service worker must be blocked (`test.use({ serviceWorkers: 'block' })`), or it brings the
 * worker's script from its store. Call again to go on in time; a page has to be loaded anew for its worker to follow.
 */
export async function setClock(page: Page, instant: string): Promise<void> {
  const at = new Date(instant)
  await page.clock.setFixedTime(at)
  const context = page.context()
  const clock = clocks.get(context)
  if (clock !== undefined) {
    clock.instant = at.getTime()
    return
  }
  const made = { instant: at.getTime() }
  clocks.set(context, made)
  await context.route(/\/assets\/insight\.worker-[\w-]+\.js$/, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: `Date.now = () => ${made.instant};\n${await response.text()}` })
  })
}
