import type { Workbox } from 'workbox-window'
import { ASK_BUILD, type BuildAnswer, messageType, PAGE_STARTED } from '../service-worker/messages.ts'
import { applyWhenUnwatched } from './unwatched-update.ts'

const CHECK_EVERY_MS = 60 * 60 * 1000

export interface ServiceWorkerHooks {
  /**
   * A new version can be used: show "A new version is ready". `apply` reloads this tab into it. Called again when another
   * tab has moved already. Where nobody looks at the tab and nothing is being typed, it is applied without asking.
   */
  onUpdateReady(apply: () => Promise<void>): void
  /** Everything needed to work with no network is stored now, for the first time. */
  onOfflineReady?(): void
  /** The app cannot be made to work offline here; `message` is for a person. */
  onProblem?(message: string): void
  /** True while something typed is not saved yet, so that no update reloads the tab by itself. */
  isBusy?(): boolean
}

/** Makes the app work offline and keeps it up to date. Does nothing in development and where browsers have no service worker. */
export async function registerServiceWorker(hooks: ServiceWorkerHooks): Promise<void> {
  // In development Vite serves every file fresh, and a stored one would be in the way.
  if (!import.meta.env.PROD) return
  if (!('serviceWorker' in navigator)) return
  try {
    const { Workbox } = await import('workbox-window')
    const workbox = new Workbox('/sw.js', { updateViaCache: 'none' })
    followUpdates(workbox, hooks)
    await workbox.register()
  } catch (error) {
    // A private window, a setting or an extension may refuse it: for the person, that is all there is to know.
    console.info('No service worker:', error)
    hooks.onProblem?.('This browser does not let OwnIt work without a network. With one, all of it works.')
    return
  }
  const registration = await navigator.serviceWorker.ready
  registration.active?.postMessage({ type: PAGE_STARTED })
  checkForUpdates(registration)
}

function followUpdates(workbox: Workbox, hooks: ServiceWorkerHooks): void {
  const container = navigator.serviceWorker
  let controlled = container.controller !== null
  let moving = false
  let callOff = () => {}

  const apply = async () => {
    moving = true
    const registration = await container.getRegistration()
    if (registration?.waiting) workbox.messageSkipWaiting()
    else location.reload()
  }
  const announce = () => {
    hooks.onUpdateReady(apply)
    callOff()
    callOff = applyWhenUnwatched(apply, () => hooks.isBusy?.() ?? false)
  }

  container.addEventListener('message', answerWhichBuild)
  container.addEventListener('controllerchange', () => {
    // Only the tab that asked reloads. The others keep working on the files they started with, and are told.
    if (moving) location.reload()
    else if (controlled) announce()
    controlled = true
  })
  workbox.addEventListener('waiting', announce)
  workbox.addEventListener('activated', ({ isUpdate }) => {
    if (!isUpdate) hooks.onOfflineReady?.()
  })
}

/** Tells the worker which build this page runs, so that its files stay as long as it does. */
function answerWhichBuild({ data, ports }: MessageEvent<unknown>): void {
  if (messageType(data) !== ASK_BUILD) return
  const script = document.querySelector<HTMLScriptElement>('script[type="module"][src]')
  const answer: BuildAnswer = { entry: script === null ? '' : new URL(script.src).pathname }
  ports[0]?.postMessage(answer)
}

/** Browsers look for a new version when a page is opened; an installed app stays open for days. */
function checkForUpdates(registration: ServiceWorkerRegistration): void {
  let checkedAt = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - checkedAt < CHECK_EVERY_MS) return
    checkedAt = Date.now()
    registration.update().catch((error: unknown) => {
      // No network, or a server that is down, is an ordinary state here: the next look finds it.
      console.info('No look for a new version:', error)
    })
  })
}
