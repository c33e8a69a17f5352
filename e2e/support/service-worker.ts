import type { CDPSession, Page } from '@playwright/test'

/**
 * Answers how to wake the service worker of an origin, as the browser does for its Background Sync once there is a network. The
 * page is of that origin and stays open.
 */
export async function backgroundSync(page: Page, origin: string): Promise<() => Promise<void>> {
  const { devtools, registrationId } = await registrationOf(page, origin)
  const event = { origin, registrationId, tag: 'sync', lastChance: false }
  return async () => {
    await devtools.send('ServiceWorker.dispatchSyncEvent', event)
  }
}

/** Waits until everything needed offline is stored and this page is served by the service worker. */
export async function readyForOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (navigator.serviceWorker.controller !== null) return
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    )
  })
}

/** The registration of an origin's service worker, and the browser's own tools to send it what the browser would. */
export async function registrationOf(
  page: Page,
  origin: string,
): Promise<{ readonly devtools: CDPSession; readonly registrationId: string }> {
  const devtools = await page.context().newCDPSession(page)
  const registration = new Promise<string>((resolve) =>
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL === `${origin}/`)
      if (own !== undefined) resolve(own.registrationId)
    }),
  )
  await devtools.send('ServiceWorker.enable')
  return { devtools, registrationId: await registration }
}
