import { type KeptBuild, unusedBuilds } from './kept-builds.ts'
import { ASK_BUILD, answeredEntry } from './messages.ts'

const PREFIX = 'build-'
const LOCK = 'builds'
const ANSWER_WITHIN_MS = 3000

/** The name of the cache of the build that has these files: the same files, the same name. */
export function buildName(files: readonly { readonly url: string; readonly revision: string | null }[]): string {
  let hash = 0x811c9dc5
  // FNV-1a: tells builds apart, guards nothing.
  for (const char of files.map(({ url, revision }) => `${url} ${revision}`).join('\n'))
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return `${PREFIX}${(hash >>> 0).toString(16).padStart(8, '0')}-${files.length}`
}

/** Runs an installation so that no clean-up takes what it has stored so far. */
export function whileInstalling<Value>(install: () => Promise<Value>): Promise<Value> {
  return navigator.locks.request(LOCK, install)
}

/** Copies the files with a hash in their name that an earlier build has too, so an update fetches only what changed. */
export async function carryOver(into: string, hashedUrls: readonly string[]): Promise<void> {
  const target = await caches.open(into)
  for (const url of hashedUrls) {
    if ((await target.match(url)) !== undefined) continue
    const held = await fromAnyBuild(url)
    if (held !== undefined) await target.put(url, held)
  }
}

/** A file from whichever kept build has it. */
export async function fromAnyBuild(request: Request | string): Promise<Response | undefined> {
  for (const name of await buildNames()) {
    const held = await (await caches.open(name)).match(request, { ignoreVary: true })
    if (held !== undefined) return held
  }
  return undefined
}

/** Deletes the builds that no open page runs, unless another build is on its way in. */
export async function dropUnusedBuilds(scope: ServiceWorkerGlobalScope, current: string): Promise<void> {
  const builds = await keptBuilds()
  if (builds.length < 2) return
  const pages = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const entries = await Promise.all(pages.map(askBuild))
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    const { installing, waiting } = scope.registration
    if (lock === null || installing !== null || waiting !== null) return
    for (const name of unusedBuilds(builds, current, entries)) await caches.delete(name)
  })
}

async function buildNames(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX))
}

async function keptBuilds(): Promise<KeptBuild[]> {
  return Promise.all(
    (await buildNames()).map(async (name) => {
      const requests = await (await caches.open(name)).keys()
      return { name, paths: new Set(requests.map(({ url }) => new URL(url).pathname)) }
    }),
  )
}

function askBuild(page: Client): Promise<string | undefined> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    const timeout = setTimeout(() => resolve(undefined), ANSWER_WITHIN_MS)
    port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      clearTimeout(timeout)
      resolve(answeredEntry(data))
    }
    page.postMessage({ type: ASK_BUILD }, [port2])
  })
}
