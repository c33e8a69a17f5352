import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { subscriptionSchema } from '../../shared/push/messages.ts'
import { fail, ok } from '../../shared/result/result.ts'
import { readBareMeta, writeBareMeta } from '../store/bare-meta.ts'
import type { Database } from '../store/database.ts'
import { writeMeta } from '../store/meta.ts'
import { turnOffSync, turnOnSync } from '../store/sync-switch.ts'
import { type TestDatabase, testDatabase } from '../store/test-database.ts'
import { testKeys } from '../store/test-keys.ts'
import { bringUpToDate, type PushPorts } from './device-reminders.ts'
import type { PushClient } from './push-client.ts'
import { editChoice, NO_REMINDERS } from './reminder-choice.ts'
import { readProblem } from './reminder-problem.ts'
import { renew } from './renew.ts'
import { REMINDER_PROBLEM, TOLD_SERVER, toldOf } from './told-server.ts'

const KEY = `B${'A'.repeat(86)}`
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64url')).buffer

/** A browser with a push service, whose every subscription has an endpoint of its own, and a server. */
function testBrowser(permission: NotificationPermission = 'granted') {
  let key = KEY
  let made = 0
  let held: ReturnType<typeof subscription> | null = null
  const subscription = (applicationServerKey: string) => ({
    endpoint: `https://fcm.googleapis.com/fcm/send/${++made}`,
    options: { applicationServerKey: bytesOf(applicationServerKey), userVisibleOnly: true },
    getKey: (name: string) => new Uint8Array(name === 'auth' ? 16 : 65).fill(7).buffer,
    unsubscribe: async () => {
      held = null
      return true
    },
  })
  const client = {
    key: vi.fn<PushClient['key']>(async () => ok(key)),
    put: vi.fn<PushClient['put']>(async () => ok(undefined)),
    remove: vi.fn<PushClient['remove']>(async () => ok(undefined)),
  }
  const subscribe = vi.fn(async (options: { applicationServerKey: string }) => {
    held = subscription(options.applicationServerKey)
    return held
  })
  const askPermission = vi.fn(async () => permission)
  const manager = { subscribe, getSubscription: async () => held }
  const ports: PushPorts = {
    client,
    askPermission,
    manager: async () => manager as unknown as PushManager, // As much of one as is used.
  }
  return {
    ports,
    client,
    subscribe,
    askPermission,
    held: () => held,
    /** The browser ends the subscription by itself. */
    end() {
      held = null
    },
    /** And puts another one in its place. */
    hold() {
      held = subscription(key)
    },
    setKey(next: string) {
      key = next
    },
  }
}

let db: Database
let device: TestDatabase
beforeEach(async () => {
  device = testDatabase()
  db = device.db
  await turnOnSync(db, { account: 'anna', keys: await testKeys() })
  await editChoice(db, () => ({ ...NO_REMINDERS, kinds: { 'log-today': 1200 } }))
})

describe('what was chosen', () => {
  it('is told to the server with all that it needs, and nothing else', async () => {
    const { ports, client } = testBrowser()
    expect(await bringUpToDate(db, ports, { asking: true })).toEqual(ok(undefined))
    const told = client.put.mock.calls[0]?.[0]
    expect(subscriptionSchema.parse(told)).toEqual(told)
    expect(told).toMatchObject({
      quiet: NO_REMINDERS.quiet,
      reminders: [{ kind: 'log-today', at: 1200, weekday: null }],
    })
  })

  it('is told again when something has changed, and else not, without asking anybody', async () => {
    const { ports, client, askPermission } = testBrowser()
    await bringUpToDate(db, ports, { asking: true })
    askPermission.mockClear()
    await bringUpToDate(db, ports, { asking: false })
    expect(client.put).toHaveBeenCalledTimes(1)
    await editChoice(db, () => ({ ...NO_REMINDERS, kinds: { 'log-today': 1260 } }))
    await bringUpToDate(db, ports, { asking: false })
    expect(client.put).toHaveBeenCalledTimes(2)
    expect(askPermission).not.toHaveBeenCalled()
  })

  it('is told again once a day, and to whoever is signed in to anew, because the server may have lost it with the session', async () => {
    const { ports, client } = testBrowser()
    await bringUpToDate(db, ports, { asking: true })
    device.time += 86_400_000
    await bringUpToDate(db, ports, { asking: false })
    await bringUpToDate(db, ports, { asking: false })
    expect(client.put).toHaveBeenCalledTimes(2)
    await turnOffSync(db)
    expect(await bringUpToDate(db, ports, { asking: false })).toEqual({ ok: false, failure: 'signed-out' })
    await turnOnSync(db, { account: 'anna', keys: await testKeys() })
    await bringUpToDate(db, ports, { asking: false })
    expect(client.put).toHaveBeenCalledTimes(3)
  })

  it('ends with the subscription when nothing is chosen any more', async () => {
    const { ports, client, held } = testBrowser()
    await bringUpToDate(db, ports, { asking: true })
    await editChoice(db, () => NO_REMINDERS)
    await bringUpToDate(db, ports, { asking: true })
    expect(held()).toBeNull()
    expect(client.remove).toHaveBeenCalledTimes(1)
    await bringUpToDate(db, ports, { asking: false })
    expect(client.remove).toHaveBeenCalledTimes(1)
  })

  it('goes to a server with other keys by a new subscription', async () => {
    const { ports, subscribe, setKey } = testBrowser()
    await bringUpToDate(db, ports, { asking: true })
    await bringUpToDate(db, ports, { asking: true })
    expect(subscribe).toHaveBeenCalledTimes(1)
    setKey(`B${'C'.repeat(84)}AA`)
    await bringUpToDate(db, ports, { asking: true })
    expect(subscribe).toHaveBeenCalledTimes(2)
  })
})

describe('what stands in the way is said:', () => {
  it('a person or a browser that does not allow it', async () => {
    const { ports, client } = testBrowser('denied')
    expect(await bringUpToDate(db, ports, { asking: true })).toEqual({ ok: false, failure: 'not-allowed' })
    expect(client.put).not.toHaveBeenCalled()
  })

  it('a push service that does not answer', async () => {
    const { ports, subscribe } = testBrowser()
    subscribe.mockRejectedValueOnce(new DOMException('no service', 'AbortError'))
    expect(await bringUpToDate(db, ports, { asking: true })).toEqual({ ok: false, failure: 'no-push-service' })
  })

  it('a server that does not, which is told the next time', async () => {
    const { ports, client } = testBrowser()
    client.put.mockResolvedValueOnce({ ok: false, failure: 'unreachable' })
    expect(await bringUpToDate(db, ports, { asking: true })).toMatchObject({ failure: 'unreachable' })
    expect(await readProblem(db)).toBe('unreachable')
    expect(await bringUpToDate(db, ports, { asking: false })).toEqual(ok(undefined))
    expect(await readProblem(db)).toBeUndefined()
    expect(client.put).toHaveBeenCalledTimes(2)
  })
})

/** As the service worker does it, past the store. */
async function renewed(browser: ReturnType<typeof testBrowser>) {
  const own = { factory: indexedDB, database: db.name }
  await renew({
    client: browser.client,
    manager: await browser.ports.manager(),
    told: async () => toldOf(await readBareMeta(TOLD_SERVER, own)),
    note: (value) => writeBareMeta({ name: REMINDER_PROBLEM, value }, own),
  })
}

describe('a subscription that the browser has ended', () => {
  it('is made anew with the same key, and the server is told all that it was told, with the new endpoint', async () => {
    const browser = testBrowser()
    await bringUpToDate(db, browser.ports, { asking: true })
    browser.end()
    await renewed(browser)
    expect(browser.subscribe.mock.calls[1]).toEqual(browser.subscribe.mock.calls[0])
    const [before, after] = browser.client.put.mock.calls.map(([subscription]) => subscription)
    expect(after).toEqual({ ...before, endpoint: expect.stringMatching(/\/2$/) })
    expect(await readProblem(db)).toBeUndefined()
  })

  it('or has replaced is told as it is', async () => {
    const browser = testBrowser()
    await bringUpToDate(db, browser.ports, { asking: true })
    browser.end()
    browser.hold()
    await renewed(browser)
    expect(browser.subscribe).toHaveBeenCalledTimes(1)
    expect(browser.client.put.mock.calls[1]?.[0].endpoint).toMatch(/\/2$/)
  })

  it.each(['signed-out', 'unreachable', 'off'] as const)(
    'is said on the screen where the server says %s, until it is well again',
    async (failure) => {
      const browser = testBrowser()
      await bringUpToDate(db, browser.ports, { asking: true })
      browser.end()
      browser.client.key.mockResolvedValueOnce(fail(failure))
      await renewed(browser)
      expect(await readProblem(db)).toBe(failure)
      expect(browser.subscribe).toHaveBeenCalledTimes(1)
      await bringUpToDate(db, browser.ports, { asking: false })
      expect(await readProblem(db)).toBeUndefined()
      expect(browser.client.put.mock.calls[1]?.[0].endpoint).toMatch(/\/2$/)
    },
  )

  it('without a push service is said too', async () => {
    const browser = testBrowser()
    await bringUpToDate(db, browser.ports, { asking: true })
    browser.end()
    browser.subscribe.mockRejectedValueOnce(new DOMException('no service', 'AbortError'))
    await renewed(browser)
    expect(await readProblem(db)).toBe('no-push-service')
  })

  it('stays so where nobody asked for reminders, or they were turned off', async () => {
    const browser = testBrowser()
    await renewed(browser)
    await bringUpToDate(db, browser.ports, { asking: true })
    await editChoice(db, () => NO_REMINDERS)
    await bringUpToDate(db, browser.ports, { asking: true })
    await renewed(browser)
    await writeMeta(db, TOLD_SERVER, '["what another version remembered"]')
    await renewed(browser)
    expect(browser.subscribe).toHaveBeenCalledTimes(1)
    expect(browser.client.put).toHaveBeenCalledTimes(1)
  })
})
