import { expect, it } from 'vitest'
import * as z from 'zod'
import { ACCOUNT_HEADERS, PROBLEM_CODES } from '../shared/sync/account.ts'
import { changeSchema, keyslotSchema } from '../shared/sync/messages.ts'
import { LIMITS, PATHS, PROTOCOL_VERSION } from '../shared/sync/protocol.ts'
import { type HttpDevice, httpDevice, newPush, newSlot, secondDevice, signedUp } from './http-contract-subject.ts'

const put = (device: HttpDevice, body: unknown) => device.request('PUT', PATHS.keyslots, { body })
const remove = (device: HttpDevice, id: string) => device.request('DELETE', `${PATHS.keyslots}?id=${id}`)
const revoke = (device: HttpDevice, id: string) => device.request('DELETE', `${PATHS.devices}?id=${id}`)

const exportSchema = z.object({
  v: z.literal(PROTOCOL_VERSION),
  epoch: z.string(),
  keyslots: z.array(keyslotSchema),
  documents: z.array(changeSchema),
})

export function describeOwnership(url: () => string): void {
  it('[V1] keeps the wrapped vault key in slots, as they were given', async () => {
    const device = await signedUp(url())
    expect(await device.keyslots()).toEqual([])
    const [first, second] = [newSlot(), newSlot({ kind: 'recovery', kdf: null })]
    for (const slot of [first, second]) expect((await put(device, slot)).status).toBe(200)
    const held = await (await secondDevice(url(), device)).keyslots()
    expect(held).toHaveLength(2)
    expect(held).toEqual(expect.arrayContaining([expect.objectContaining(first), expect.objectContaining(second)]))
    for (const { createdAt } of held) expect(Math.abs(createdAt - Date.now())).toBeLessThan(60_000)
  })

  it('[V2] replaces one slot and touches no other, nor any document', async () => {
    const device = await signedUp(url())
    const [first, second] = [newSlot(), newSlot()]
    await put(device, first)
    await put(device, second)
    const before = await device.exchange({ push: [newPush()] })
    const wrappedAnew = newSlot({ id: first.id })
    expect((await put(device, wrappedAnew)).status).toBe(200)
    expect(await device.keyslots()).toEqual(
      expect.arrayContaining([expect.objectContaining(wrappedAnew), expect.objectContaining(second)]),
    )
    expect(await device.exchange({ cursor: 1 })).toMatchObject({ cursor: 1, digest: before.digest })
    expect((await remove(device, first.id)).status).toBe(200)
    expect((await remove(device, first.id)).status).toBe(404)
    expect(await device.keyslots()).toEqual([expect.objectContaining(second)])
    expect((await device.request('DELETE', PATHS.keyslots)).status).toBe(400)
  })

  it('keeps as many slots as an account may have, and can still replace one then', async () => {
    const device = await signedUp(url())
    const slots = Array.from({ length: LIMITS.keyslots }, () => newSlot())
    for (const slot of slots) expect((await put(device, slot)).status).toBe(200)
    const full = await put(device, newSlot())
    expect(full.status).toBe(409)
    expect(await full.json()).toMatchObject({ code: PROBLEM_CODES.keyslotsFull })
    expect((await put(device, newSlot({ id: slots[0]?.id ?? '' }))).status).toBe(200)
    expect(await device.keyslots()).toHaveLength(LIMITS.keyslots)
  })

  it.each([
    ['no id', { id: undefined }],
    ['an id that is a path', { id: '../x' }],
    ['an unknown kind', { kind: 'other' }],
    ['a wrapping that is too long', { wrapped: 'A'.repeat(400) }],
    ['a wrapping that is no base64url', { wrapped: 'a+b/' }],
    [
      'a derivation that would take a device hours',
      { kdf: { name: 'argon2id', salt: '', memory: 1e9, passes: 3, lanes: 1 } },
    ],
  ])('refuses a slot with %s', async (_, change) => {
    const device = await signedUp(url())
    expect((await put(device, { ...newSlot(), ...change })).status).toBe(400)
    expect(await device.keyslots()).toEqual([])
  })

  it('lists the devices that are signed in, by name and family, never by what tells them apart', async () => {
    const device = httpDevice(url())
    await device.signUp({ [ACCOUNT_HEADERS.deviceName]: encodeURIComponent('Küche') })
    const other = httpDevice(url(), device.credentials)
    const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:151.0) Gecko/20100101 Firefox/151.0'
    await other.request('POST', `${PATHS.auth}/sign-in/email`, {
      body: other.credentials,
      headers: { 'user-agent': agent },
    })
    const [kitchen, firefox] = [...(await device.devices())].sort((a, b) => a.createdAt - b.createdAt)
    expect(kitchen).toMatchObject({ name: 'Küche', current: true })
    expect(firefox).toMatchObject({ name: 'Firefox on Linux', current: false })
    for (const each of [kitchen, firefox]) {
      expect(Math.abs((each?.createdAt ?? 0) - Date.now())).toBeLessThan(60_000)
      expect(each?.lastSeenAt).toBeGreaterThanOrEqual(each?.createdAt ?? 0)
    }
  })

  it('signs a device out from afar, at its next request', async () => {
    const device = await signedUp(url())
    const other = await secondDevice(url(), device)
    await other.exchange({ push: [newPush()] })
    const lost = (await device.devices()).find(({ current }) => !current)
    expect((await revoke(device, lost?.id ?? '')).status).toBe(200)
    const body = { v: PROTOCOL_VERSION, epoch: '', cursor: 0, push: [] }
    expect((await other.request('POST', PATHS.sync, { body })).status).toBe(401)
    expect(await device.devices()).toMatchObject([{ current: true }])
    expect((await revoke(device, lost?.id ?? '')).status).toBe(404)
    expect((await device.request('DELETE', PATHS.devices)).status).toBe(400)
  })

  it('gives an owner everything to take along, still sealed', async () => {
    const device = await signedUp(url())
    const [push, slot] = [newPush(), newSlot()]
    await device.exchange({ push: [push, newPush()] })
    await put(device, slot)
    const response = await device.request('GET', PATHS.accountExport)
    expect(response.headers.get('content-disposition')).toContain('attachment')
    const { documents, keyslots } = exportSchema.parse(await response.json())
    expect(documents.map(({ version }) => version)).toEqual([1, 2])
    expect(documents[0]).toEqual({ key: push.key, version: 1, envelope: push.envelope })
    expect(keyslots).toEqual([expect.objectContaining(slot)])
  })

  it('lets nobody at what another account owns', async () => {
    const [owner, stranger] = [await signedUp(url()), await signedUp(url())]
    const slot = newSlot()
    await put(owner, slot)
    await owner.exchange({ push: [newPush()] })
    const [ownDevice] = await owner.devices()
    expect((await revoke(stranger, ownDevice?.id ?? '')).status).toBe(404)
    expect((await remove(stranger, slot.id)).status).toBe(404)
    await put(stranger, newSlot({ id: slot.id }))
    expect((await remove(stranger, slot.id)).status).toBe(200)
    expect(await stranger.devices()).toHaveLength(1)
    expect(exportSchema.parse(await (await stranger.request('GET', PATHS.accountExport)).json()).documents).toEqual([])
    expect(
      (await stranger.request('DELETE', PATHS.account, { body: { password: owner.credentials.password } })).status,
    ).toBe(403)
    expect(await owner.keyslots()).toEqual([expect.objectContaining(slot)])
    expect((await owner.exchange()).count).toBe(1)
  })
}
