import { beforeEach, expect, it } from 'vitest'
import type { Reminder, Subscription } from '../../shared/push/messages.ts'
import { PUSH_LIMITS, REMINDER_KINDS } from '../../shared/push/protocol.ts'
import { authOf, newAccount, type Subject } from './contract-subject.ts'
import { AccountGone, type AccountId, type Store } from './ports.ts'
import type { Claim, DeviceOfAccount, PushStore, SettledWake, Wake } from './push-port.ts'

/** A device that has signed in to the account. */
async function newDevice(store: Store, account: AccountId): Promise<DeviceOfAccount> {
  const { internalAdapter } = await authOf(store).$context
  return { account, session: (await internalAdapter.createSession(account)).id }
}

const NOW = 1_800_000_000_000
const MINUTE = 60_000

const subscription = (endpoint: string): Omit<Subscription, 'reminders'> => ({
  endpoint,
  p256dh: 'B'.repeat(87),
  auth: 'a'.repeat(22),
  zone: 'Europe/Berlin',
  quiet: { from: 1320, until: 420 },
})
const newEndpoint = () => `https://push.example.org/${crypto.randomUUID()}`
const LOG: Reminder = { kind: 'log-today', at: 1200, weekday: null }
const WEEKLY: Reminder = { kind: 'weekly-report', at: 540, weekday: 1 }

/** What every store does for devices that want to be woken. */
export function describePush(subject: () => Subject): void {
  const push = (): PushStore => subject().store.push
  let account: AccountId
  let device: DeviceOfAccount
  let endpoint: string
  beforeEach(async () => {
    // What other tests have left is not due any more.
    for (;;)
      if ((await claim({ now: Number.MAX_SAFE_INTEGER - 1, leaseUntil: Number.MAX_SAFE_INTEGER })).length === 0) break
    await push().removeUnreachable(Number.MAX_SAFE_INTEGER)
    account = await newAccount(subject().store)
    device = await newDevice(subject().store, account)
    endpoint = newEndpoint()
  })

  const claim = (asked: Partial<Claim> = {}, from: PushStore = push()) =>
    from.claim({ kinds: REMINDER_KINDS, now: NOW, leaseUntil: NOW + 2 * MINUTE, limit: 1000, ...asked })
  const settled = ({ session, reminder, leaseUntil }: Wake) => ({ session, kind: reminder.kind, leaseUntil })
  const over = (wake: Wake, dueAt: number | undefined, reached: boolean | undefined = true): SettledWake => ({
    ...settled(wake),
    outcome: 'over',
    dueAt,
    reached,
  })
  const put = (dueAt: number | undefined = NOW, of = device) =>
    push().put(of, subscription(endpoint), [{ reminder: LOG, dueAt }])
  async function only(wakes: Promise<readonly Wake[]>): Promise<Wake> {
    const [wake, ...others] = await wakes
    if (wake === undefined || others.length > 0) throw new Error(`one, and not ${others.length + 1}`)
    return wake
  }

  it('lends what is due with all that is needed to wake the device, and nothing before', async () => {
    await push().put(device, subscription(endpoint), [
      { reminder: LOG, dueAt: NOW },
      { reminder: WEEKLY, dueAt: NOW + MINUTE },
      { reminder: { kind: 'goal-reached', at: 1380, weekday: null }, dueAt: undefined },
    ])
    expect(await claim({ now: NOW - 1 })).toEqual([])
    const { reminders: _, ...kept } = { ...subscription(endpoint), reminders: [] }
    expect(await claim()).toEqual([
      {
        ...kept,
        session: device.session,
        reminder: LOG,
        plannedFor: NOW,
        attempt: 1,
        leaseUntil: NOW + 2 * MINUTE,
      },
    ])
    expect(await claim({ now: NOW + MINUTE, kinds: ['log-today'] })).toEqual([])
    expect(await claim({ now: NOW + MINUTE })).toMatchObject([{ reminder: WEEKLY }])
  })

  it('keeps quiet hours that are none as none', async () => {
    await push().put(device, { ...subscription(endpoint), quiet: null }, [{ reminder: LOG, dueAt: NOW }])
    expect(await claim()).toMatchObject([{ quiet: null }])
  })

  it('lends a reminder once until it is settled, and then at its next time', async () => {
    await put()
    const wake = await only(claim())
    expect(await claim({ now: NOW + MINUTE })).toEqual([])
    await push().settle([over(wake, NOW + 10 * MINUTE)], NOW)
    expect(await claim({ now: NOW + 9 * MINUTE })).toEqual([])
    const next = { now: NOW + 10 * MINUTE, leaseUntil: NOW + 12 * MINUTE }
    expect(await claim(next)).toMatchObject([{ plannedFor: NOW + 10 * MINUTE, attempt: 1 }])
  })

  it('lends each of many to one alone, however many ask at once', async () => {
    const devices = await Promise.all(Array.from({ length: 20 }, () => newDevice(subject().store, account)))
    for (const each of devices)
      await push().put(each, subscription(newEndpoint()), [
        { reminder: LOG, dueAt: NOW },
        { reminder: WEEKLY, dueAt: NOW - MINUTE },
      ])
    const stores = [push(), subject().otherProcess?.push ?? push()]
    const lent = await Promise.all(Array.from({ length: 12 }, (_, n) => claim({ limit: 5 }, stores[n % 2])))
    const names = lent.flat().map(({ session, reminder }) => `${session} ${reminder.kind}`)
    expect(new Set(names).size).toBe(names.length)
    for (let more = await claim({ limit: 5 }); more.length > 0; more = await claim({ limit: 5 }))
      names.push(...more.map(({ session, reminder }) => `${session} ${reminder.kind}`))
    expect(new Set(names).size).toBe(40)
    expect(names).toHaveLength(40)
  })

  it('lends again what was lent to who never came back, and says how often', async () => {
    await put()
    await claim()
    const again = await only(claim({ now: NOW + 2 * MINUTE, leaseUntil: NOW + 4 * MINUTE }))
    expect(again).toMatchObject({ plannedFor: NOW, attempt: 2 })
    await push().settle([{ ...settled(again), outcome: 'again', dueAt: NOW + 7 * MINUTE }], NOW)
    expect(await claim({ now: NOW + 6 * MINUTE, leaseUntil: NOW + 8 * MINUTE })).toEqual([])
    const third = { now: NOW + 7 * MINUTE, leaseUntil: NOW + 9 * MINUTE }
    expect(await claim(third)).toMatchObject([{ plannedFor: NOW, attempt: 3 }])
  })

  it('settles nothing that its device has changed meanwhile, or that was lent to another since', async () => {
    await put()
    const wake = await only(claim())
    await put(NOW + MINUTE)
    await push().settle([over(wake, NOW + 100 * MINUTE)], NOW)
    await push().settle([{ ...settled(wake), outcome: 'dead' }], NOW)
    const again = await only(claim({ now: NOW + MINUTE, leaseUntil: NOW + 3 * MINUTE }))
    expect(again).toMatchObject({ plannedFor: NOW + MINUTE, attempt: 1 })
  })

  it('is never due again where it is never to come', async () => {
    await put()
    await push().settle([over(await only(claim()), undefined)], NOW)
    expect(await claim({ now: NOW + 1e12, leaseUntil: NOW + 2e12 })).toEqual([])
  })

  it('forgets a device that the push service knows no more, with all it was to be woken for', async () => {
    await push().put(device, subscription(endpoint), [
      { reminder: LOG, dueAt: NOW },
      { reminder: WEEKLY, dueAt: NOW + MINUTE },
    ])
    await push().settle([{ ...settled(await only(claim())), outcome: 'dead' }], NOW)
    expect(await claim({ now: NOW + MINUTE })).toEqual([])
    expect(await push().remove(device)).toBe(false)
  })

  it('forgets devices that nothing has reached for long, and no device that was reached in between', async () => {
    const other = await newDevice(subject().store, account)
    await put()
    await push().put(other, subscription(newEndpoint()), [{ reminder: LOG, dueAt: NOW }])
    for (const wake of await claim())
      await push().settle([{ ...settled(wake), outcome: 'again', dueAt: NOW + 3 * MINUTE }], NOW)
    const second = await claim({ now: NOW + 3 * MINUTE, leaseUntil: NOW + 5 * MINUTE })
    expect(second).toHaveLength(2)
    const next = NOW + 10 * MINUTE
    const settle = second.map((wake) => over(wake, next, wake.session === other.session))
    await push().settle(settle, NOW + 3 * MINUTE)
    // Since the first time that failed, and not the last.
    expect(await push().removeUnreachable(NOW)).toBe(0)
    expect(await push().removeUnreachable(NOW + 1)).toBe(1)
    expect(await claim({ now: next, leaseUntil: next + MINUTE })).toMatchObject([{ session: other.session }])
  })

  it('counts one that was too late to be sent neither as reached nor as not', async () => {
    await put()
    await push().settle([over(await only(claim()), NOW + MINUTE, undefined)], NOW)
    expect(await push().removeUnreachable(NOW + 1)).toBe(0)
  })

  it('puts what a device wants in the place of what it wanted', async () => {
    await put()
    await push().put(device, { ...subscription(newEndpoint()), zone: 'Asia/Tokyo' }, [{ reminder: WEEKLY, dueAt: NOW }])
    expect(await claim()).toMatchObject([{ zone: 'Asia/Tokyo', reminder: WEEKLY }])
  })

  it('wakes an endpoint for whoever is signed in there now, and for nobody before', async () => {
    const stranger = await newDevice(subject().store, await newAccount(subject().store))
    await put()
    await push().put(stranger, subscription(endpoint), [{ reminder: WEEKLY, dueAt: NOW }])
    expect(await claim()).toMatchObject([{ session: stranger.session, reminder: WEEKLY }])
    expect(await push().remove(device)).toBe(false)
  })

  it('has a reminder come later for who asks, and then as it would have', async () => {
    await put(NOW + 1000 * MINUTE)
    expect(await push().postpone(device, 'log-today', NOW + MINUTE)).toBe(true)
    expect(await push().postpone(device, 'new-risk', NOW + MINUTE)).toBe(false)
    const later = { now: NOW + MINUTE, leaseUntil: NOW + 3 * MINUTE }
    expect(await claim(later)).toMatchObject([{ plannedFor: NOW + MINUTE, attempt: 1 }])
  })

  it('is out of reach for another account', async () => {
    const stranger = { ...device, account: await newAccount(subject().store) }
    await put()
    expect(await push().remove(stranger)).toBe(false)
    expect(await push().postpone(stranger, 'log-today', NOW + MINUTE)).toBe(false)
    expect(await claim()).toHaveLength(1)
    expect(await push().remove(device)).toBe(true)
    expect(await push().remove(device)).toBe(false)
  })

  it('lists all that is kept of the devices of an account but their keys, and of no other account', async () => {
    const other = await newDevice(subject().store, account)
    const stranger = await newDevice(subject().store, await newAccount(subject().store))
    const own = [subscription(endpoint), { ...subscription(newEndpoint()), quiet: null }] as const
    await push().put(
      device,
      own[0],
      [LOG, WEEKLY].map((reminder) => ({ reminder, dueAt: NOW })),
    )
    await push().put(other, own[1], [{ reminder: WEEKLY, dueAt: undefined }])
    await push().put(stranger, subscription(newEndpoint()), [{ reminder: LOG, dueAt: NOW }])
    const devices = await push().devicesOf(account)
    const kept = ({ endpoint, zone, quiet }: (typeof own)[number]) => ({ endpoint, zone, quiet })
    expect(devices).toHaveLength(2)
    expect(devices).toContainEqual({ ...kept(own[0]), reminders: [LOG, WEEKLY] })
    expect(devices).toContainEqual({ ...kept(own[1]), reminders: [WEEKLY] })
    expect(await push().devicesOf(await newAccount(subject().store))).toEqual([])
  })

  it('takes as many devices of an account as it may have, and any of them again', async () => {
    const devices = [device]
    while (devices.length < PUSH_LIMITS.subscriptions) devices.push(await newDevice(subject().store, account))
    const putOne = (each: DeviceOfAccount) =>
      push().put(each, subscription(newEndpoint()), [{ reminder: LOG, dueAt: NOW + 1e12 }])
    for (const each of devices) expect(await putOne(each)).toBe('ok')
    expect(await putOne(await newDevice(subject().store, account))).toBe('full')
    expect(await putOne(device)).toBe('ok')
  })

  it('ends with the session, with the account, and is not taken of either after that', async () => {
    const { internalAdapter } = await authOf(subject().store).$context
    await put()
    const again = await newDevice(subject().store, account)
    await push().put(again, subscription(newEndpoint()), [{ reminder: LOG, dueAt: NOW }])
    const { token } = await internalAdapter.createSession(account)
    const sessions = await internalAdapter.listSessions(account)
    const first = sessions.find(({ id }) => id === device.session)
    expect(token).not.toBe(first?.token)
    await internalAdapter.deleteSession(first?.token ?? '')
    expect(await claim()).toMatchObject([{ session: again.session }])
    await expect(put()).rejects.toThrow(AccountGone)
    await subject().store.sync.deleteAccount(account)
    expect(await push().remove(again)).toBe(false)
    await expect(put(NOW, again)).rejects.toThrow(AccountGone)
  })
}
