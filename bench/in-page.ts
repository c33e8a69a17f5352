import type { Page } from '@playwright/test'

/** Timestamps taken inside the page, so that the driver's own round trips are in no figure. All in ms of the page's clock. */

/** Notes when each `data-<name>` value first appears after now; read with `seenAt`. */
export async function watchData(page: Page, name: string): Promise<void> {
  await page.evaluate((attribute) => {
    const seen: Record<string, number> = {}
    const look = () => {
      const value = document.querySelector(`[data-${attribute}]`)?.getAttribute(`data-${attribute}`)
      if (value !== null && value !== undefined) seen[value] ??= performance.now()
    }
    look()
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true })
    Object.assign(globalThis, { [`seen-${attribute}`]: seen })
  }, name)
}

export async function seenAt(page: Page, name: string, value: string): Promise<number> {
  const handle = await page.waitForFunction(
    ([attribute, wanted]) => {
      const seen: unknown = Reflect.get(globalThis, `seen-${attribute}`)
      return typeof seen === 'object' && seen !== null ? Reflect.get(seen, wanted) : undefined
    },
    [name, value] as const,
    { timeout: 180_000, polling: 20 },
  )
  return Number(await handle.jsonValue())
}

/** Notes when the next event of a type happens anywhere; read with `eventAt`. */
export async function watchEvent(page: Page, type: string): Promise<void> {
  await page.evaluate((name) => {
    Object.assign(globalThis, { [`event-${name}`]: undefined })
    addEventListener(name, (event) => Object.assign(globalThis, { [`event-${name}`]: event.timeStamp }), {
      capture: true,
      once: true,
    })
  }, type)
}

export async function eventAt(page: Page, type: string): Promise<number> {
  const handle = await page.waitForFunction((name) => Reflect.get(globalThis, `event-${name}`), type)
  return Number(await handle.jsonValue())
}

/** From now on, notes the main thread's tasks of over 50 ms; read with `longestTask`. */
export async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tasks: number[] = []
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    })
    Object.assign(globalThis, { tasks })
  })
}

/** The longest of those, or 0: browsers report none of 50 ms or less. */
export async function longestTask(page: Page): Promise<number> {
  const tasks = await page.evaluate((): unknown => Reflect.get(globalThis, 'tasks'))
  return Array.isArray(tasks) ? tasks.reduce((most: number, task) => Math.max(most, Number(task)), 0) : 0
}
