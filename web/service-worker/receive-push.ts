import { LATER_MINUTES, PUSH_PATHS } from '../../shared/push/protocol.ts'
import type { Notice } from '../reminder/what-to-say.ts'

/** What of a service worker notifications need. */
export interface WokenScope {
  readonly registration: Pick<ServiceWorkerRegistration, 'showNotification' | 'pushManager'>
  readonly clients: {
    matchAll(options: { readonly type: 'window' }): Promise<readonly Page[]>
    openWindow(path: string): Promise<unknown>
  }
}

interface Page {
  readonly url: string
  focus(): Promise<Page>
  navigate(path: string): Promise<unknown>
}

/** What there is to say to a kind of reminder, if anything. */
export type Say = (kind: string) => Promise<Notice | undefined>

/** Withdraws the right to wake a device from who says nothing three times. */
const MUST_SPEAK = /^https:\/\/[^/]+\.push\.apple\.com\//
const NOTHING: Notice = { title: 'OwnIt', body: 'Nothing to do right now.', path: '/', canLog: false, told: [] }

/** Says what this device has to say on being woken, by its own data, if anything. */
export async function receivePush(scope: WokenScope, say: Say, data: Message | null): Promise<void> {
  const kind = kindOf(data)
  if (kind === undefined) return
  const notice = (await say(kind)) ?? ((await mustSpeak(scope)) ? NOTHING : undefined)
  if (notice === undefined) return
  const { title, body, path, canLog } = notice
  await scope.registration.showNotification(title, {
    body,
    tag: kind,
    icon: '/icons/icon-192.png',
    data: { kind, path },
    ...(canLog ? { actions: ACTIONS } : {}),
  })
  if (canLog) await showBadge()
}

/** The number that the app shows on a day with nothing in it, where the browser shows any. */
async function showBadge(): Promise<void> {
  if (!('setAppBadge' in navigator)) return
  try {
    await navigator.setAppBadge(1)
  } catch (error) {
    // The app is not installed: there is no icon to put it on.
    if (!(error instanceof DOMException)) throw error
  }
}

const ACTIONS = [
  { action: 'log', title: 'Log' },
  { action: 'later', title: `In ${LATER_MINUTES / 60} hour` },
]

interface Message {
  json(): unknown
}

/** What a person did with a notification. */
export interface Answer {
  readonly action: string
  readonly notification: { readonly data: unknown; close(): void }
}

/** Opens the app where the notification leads, or asks to be woken once more. */
export async function answerNotification(scope: WokenScope, { action, notification }: Answer): Promise<void> {
  notification.close()
  const [kind, path] = [textOf(notification.data, 'kind') ?? '', textOf(notification.data, 'path') ?? '/']
  if (action === 'later') {
    const headers = { 'content-type': 'application/json' }
    await fetch(PUSH_PATHS.later, { method: 'POST', headers, body: JSON.stringify({ kind }) })
    return
  }
  const pages = await scope.clients.matchAll({ type: 'window' })
  const page = pages.find(({ url }) => new URL(url).pathname === path) ?? pages[0]
  if (page === undefined) await scope.clients.openWindow(path)
  else if (new URL(page.url).pathname === path) await page.focus()
  else await (await page.focus()).navigate(path)
}

function kindOf(data: Message | null): string | undefined {
  try {
    return textOf(data?.json(), 'kind')
  } catch (error) {
    // Somebody else's, or cut off.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** A text under a name in what comes from elsewhere, or undefined where there is none. */
function textOf(value: unknown, name: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const text: unknown = Reflect.get(value, name)
  return typeof text === 'string' ? text : undefined
}

async function mustSpeak({ registration }: WokenScope): Promise<boolean> {
  return MUST_SPEAK.test((await registration.pushManager.getSubscription())?.endpoint ?? '')
}
