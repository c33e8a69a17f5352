import type { Page } from '@playwright/test'

/**
 * Answers how to deliver a message to the service worker of an origin, as the browser does once it has opened what came from its
 * push service. The page is of that origin and stays open.
 */
export async function pushMessages(page: Page, origin: string): Promise<(data: string) => Promise<void>> {
  const devtools = await page.context().newCDPSession(page)
  const registration = new Promise<string>((resolve) =>
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL.startsWith(origin))
      if (own !== undefined) resolve(own.registrationId)
    }),
  )
  await devtools.send('ServiceWorker.enable')
  const registrationId = await registration
  return async (data) => {
    await devtools.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data })
  }
}

export interface ShownNotification {
  readonly title: string
  readonly body: string
  readonly tag: string
  readonly actions: readonly string[]
}

/** The notifications that are on the screen. */
export function shownNotifications(page: Page): Promise<ShownNotification[]> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    const shown = await registration.getNotifications()
    return shown.map((notification) => {
      // Chromium's own, not in TypeScript's types.
      const actions: unknown = Reflect.get(notification, 'actions')
      return {
        title: notification.title,
        body: notification.body,
        tag: notification.tag,
        actions: Array.isArray(actions) ? actions.map((each: { readonly action: string }) => each.action) : [],
      }
    })
  })
}

/** Takes all notifications from the screen. */
export async function clearNotifications(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    for (const notification of await registration.getNotifications()) notification.close()
  })
}
