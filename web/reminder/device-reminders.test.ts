import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { subscriptionSchema } from '../../shared/push/messages.ts'
import { ok } from '../../shared/result/result.ts'
import type { Database } from '../store/database.ts'
import { turnOffSync, turnOnSync } from '../store/sync-switch.ts'
import { type TestDatabase, testDatabase } from '../store/test-database.ts'
import { testKeys } from '../store/test-keys.ts'
import { bringUpToDate, type PushPorts } from './device-reminders.ts'
import type { PushClient } from './push-client.ts'
import { NO_REMINDERS, writeChoice } from './reminder-choice.ts'

const KEY = `B${'A'.repeat(86)}`
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64url')).buffer

/** A browser with a push service, and a server. */
function world(permission: NotificationPermission = 'granted') {
  let key = KEY
  let held: ReturnType<typeof subscription> | null = null
  const subscription = (applicationServerKey: string) => ({
    endpoint: 'https://fcm.googleapis.com/fcm/send/a',
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
  await writeChoice(db, { ...NO_REMINDERS, kinds: { 'log-today': 1200 } })
})

describe('what was chosen', () => {
  it('is told to the server with all that it needs, and nothing else', async () => {
    const { ports, client } = world()
    expect(await bringUpToDate(db, ports, { asking: true })).toEqual(ok(undefined))
    const told = client.put.mock.calls[0]?.[0]
    expect(subscriptionSchema.parse(told)).toEqual(told)
    expect(told).toMatchObject({
      quiet: NO_REMINDERS.quiet,
      reminders: [{ kind: 'log-today', at: 1200, weekday: null }],
    })
  })

  it('is told again when something has changed, and else not, without asking anybody', async () => {
    const { ports, client, askPermission } = world()
    await bringUpToDate(db, ports, { asking: true })
    askPermission.mockClear()
    await bringUpToDate(db, ports, { asking: false })
    expect(client.put).toHaveBeenCalledTimes(1)
    await writeChoice(db, { ...NO_REMINDERS, kinds: { 'log-today': 1260 } })
    await bringUpToDate(db, ports, { asking: false })
    expect(client.put).toHaveBeenCalledTimes(2)
    expect(askPermission).not.toHaveBeenCalled()
  })

  it('is told again once a day, and to whoever is signed in to anew, because the server may have lost it with the session', async () => {
    const { ports, client } = world()
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
    const { ports, client, held } = world()
    await bringUpToDate(db, ports, { asking: true })
    await writeChoice(db, NO_REMINDERS)
    await bringUpToDate(db, ports, { asking: true })
    expect(held()).toBeNull()
    expect(client.remove).toHaveBeenCalledTimes(1)
    await bringUpToDate(db, ports, { asking: false })
    expect(client.remove).toHaveBeenCalledTimes(1)
  })

  it('goes to a server with other keys by a new subscription', async () => {
    const { ports, subscribe, setKey } = world()
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
    const { ports, client } = world('denied')
    expect(await bringUpToDate(db, ports, { asking: true })).toEqual({ ok: false, failure: 'not-allowed' })
    expect(client.put).not.toHaveBeenCalled()
  })

  it('a push service that does not answer', async () => {
    const { ports, subscribe } = world()
    subscribe.mockRejectedValueOnce(new DOMException('no service', 'AbortError'))
    expect(await bringUpToDate(db, ports, { asking: true })).toEqual({ ok: false, failure: 'no-push-service' })
  })

  it('a server that does not, which is told the next time', async () => {
    const { ports, client } = world()
    client.put.mockResolvedValueOnce({ ok: false, failure: 'unreachable' })
    expect(await bringUpToDate(db, ports, { asking: true })).toMatchObject({ failure: 'unreachable' })
    expect(await bringUpToDate(db, ports, { asking: false })).toEqual(ok(undefined))
    expect(client.put).toHaveBeenCalledTimes(2)
  })
})
