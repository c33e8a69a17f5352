import { PrecacheController } from 'workbox-precaching/PrecacheController.js'
import { pushClient } from '../reminder/push-client.ts'
import { renew } from '../reminder/renew.ts'
import { REMINDER_PROBLEM, TOLD_SERVER, toldOf } from '../reminder/told-server.ts'
import type { Notice } from '../reminder/what-to-say.ts'
import { readBareMeta, writeBareMeta } from '../store/bare-meta.ts'
import { BACKGROUND_TAG } from '../sync/runtime/background-tag.ts'
import { engineFunction, isEngine, keepEngine, runEngine } from './background-run.ts'
import { buildName, carryOver, dropUnusedBuilds, fromAnyBuild, whileInstalling } from './build-caches.ts'
import { SAY_GLOBAL } from './engine-name.ts'
import { messageType, PAGE_STARTED, SKIP_WAITING } from './messages.ts'
import { answerNotification, receivePush, type Say } from './receive-push.ts'
import { receiveShare } from './receive-share.ts'

declare const self: ServiceWorkerGlobalScope

const FILES = self.__WB_MANIFEST.map((file) =>
  typeof file === 'string' ? { url: file, revision: null } : { url: file.url, revision: file.revision ?? null },
)
const CURRENT = buildName(FILES)
const precache = new PrecacheController({ cacheName: CURRENT })
const ENGINE = FILES.find(({ url }) => isEngine(url))?.url
// The browser keeps imported scripts with the service worker, and no page asks for this one.
precache.addToCacheList(FILES.filter(({ url }) => url !== ENGINE))

self.addEventListener('install', (event) => {
  const hashed = FILES.filter(({ revision }) => revision === null).map(({ url }) => new URL(url, location.href).href)
  event.waitUntil(
    whileInstalling(async () => {
      if (ENGINE !== undefined) keepEngine(self, ENGINE)
      await carryOver(CURRENT, hashed)
      await precache.install(event)
    }),
  )
})

// Workbox would delete the files of the build before here. Tabs that still run it need them: see dropUnusedBuilds.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('message', (event) => {
  const type = messageType(event.data)
  if (type === SKIP_WAITING) event.waitUntil(self.skipWaiting())
  if (type === PAGE_STARTED) event.waitUntil(dropUnusedBuilds(self, CURRENT))
})

self.addEventListener('sync', (event) => {
  if (ENGINE !== undefined && event.tag === BACKGROUND_TAG) event.waitUntil(runEngine(self, ENGINE))
})

self.addEventListener('periodicsync', (event) => {
  if (ENGINE !== undefined && event.tag === BACKGROUND_TAG) event.waitUntil(runEngine(self, ENGINE))
})

self.addEventListener('push', (event) => {
  if (ENGINE === undefined) return
  const say: Say = (kind) => engineFunction<Notice | undefined>(self, ENGINE, SAY_GLOBAL)(kind)
  event.waitUntil(receivePush(self, say, event.data))
})

self.addEventListener('pushsubscriptionchange', (event) => {
  event.waitUntil(
    renew({
      client: pushClient((url, init) => fetch(url, init)),
      manager: self.registration.pushManager,
      told: async () => toldOf(await readBareMeta(TOLD_SERVER)),
      note: (value) => writeBareMeta({ name: REMINDER_PROBLEM, value }),
    }),
  )
})

self.addEventListener('notificationclick', (event) => event.waitUntil(answerNotification(self, event)))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== location.origin || pathname.startsWith('/api/')) return
  if (request.method === 'POST' && pathname === '/share') event.respondWith(receiveShare(request))
  if (request.method !== 'GET') return
  const screen = request.mode === 'navigate' && !pathname.slice(pathname.lastIndexOf('/')).includes('.')
  const key = precache.getCacheKeyForURL(screen ? '/index.html' : request.url)
  if (key !== undefined || pathname.startsWith('/assets/')) event.respondWith(answer(request, key))
})

/** From the current build; else, for a page that still runs an earlier one, from that; else from the network. */
async function answer(request: Request, key: string | undefined): Promise<Response> {
  const cache = await caches.open(CURRENT)
  const held = key === undefined ? undefined : await cache.match(key, { ignoreVary: true })
  return held ?? (await fromAnyBuild(request)) ?? fetch(request)
}
