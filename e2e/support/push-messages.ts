import type { Page } from '@playwright/test'
import { registrationOf } from './service-worker.ts'

/**
 * Answers how to deliver a message to the service worker of an origin, as the browser does once it has opened what came from its
 * push service; delivered is what the service worker is done with. The page is of that origin and stays open.
 */
export async function pushMessages(page: Page, origin: string): Promise<(data: string) => Promise<void>> {
  const { devtools, registrationId } = await registrationOf(page, origin)
  return async (data) => {
    const worker = page
      .context()
      .serviceWorkers()
      .find((each) => each.url().startsWith(`${origin}/`))
    if (worker === undefined) throw new Error(`No service worker of ${origin} runs`)
    await worker.evaluate(noteNextAnswer)
    await devtools.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data })
    await worker.evaluate(() => answerToPush)
  }
}

// In the service worker: when it is done with the next message, however that ends.
declare let answerToPush: Promise<void>
declare const ExtendableEvent: { readonly prototype: { waitUntil(promise: Promise<unknown>): void } }

function noteNextAnswer(): void {
  const { prototype } = ExtendableEvent
  const { waitUntil } = prototype
  const answer = Promise.withResolvers<void>()
  Object.assign(globalThis, { answerToPush: answer.promise })
  prototype.waitUntil = function (this: Event & typeof prototype, promise) {
    waitUntil.call(this, promise)
    if (this.type !== 'push') return
    prototype.waitUntil = waitUntil
    promise.then(() => answer.resolve(), answer.reject)
  }
}

export interface ShownNotification {
  readonly title: string
  readonly body: string
  readonly tag: string
  readonly actions: readonly string[]
}

/**
 * The notifications that are on the screen. Not to be asked while one is being shown: Chromium takes what it has noted but not yet
 * shown for closed, and forgets it.
 */
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
