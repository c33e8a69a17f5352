import { BACKGROUND_TAG } from './background-tag.ts'

/** Chromium's own, not in TypeScript's types. */
interface BackgroundSync {
  readonly sync?: { register(tag: string): Promise<void> }
  readonly periodicSync?: { register(tag: string, options: { readonly minInterval: number }): Promise<void> }
}

const TWICE_A_DAY_MS = 12 * 60 * 60_000

/** Asks the browser to wake the service worker once there is a network. Does nothing where it cannot. */
export async function registerBackgroundRun(): Promise<void> {
  await (await activeRegistration())?.sync?.register(BACKGROUND_TAG)
}

/** Asks the browser to wake the service worker now and then. Only installed apps are let; nobody is asked for it. */
export async function registerPeriodicRun(): Promise<void> {
  await (await activeRegistration())?.periodicSync?.register(BACKGROUND_TAG, { minInterval: TWICE_A_DAY_MS })
}

async function activeRegistration(): Promise<(ServiceWorkerRegistration & BackgroundSync) | undefined> {
  if (!('serviceWorker' in navigator)) return undefined
  return navigator.serviceWorker.getRegistration()
}
