import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { syncResponseSchema, upgradeSchema } from '../shared/sync/messages.ts'
import { LIMITS, PATHS, PROTOCOL_VERSION } from '../shared/sync/protocol.ts'
import { newEnvelope, newKey, newPush, type StartServer, secondDevice, signedUp } from './http-contract-subject.ts'

export function describeExchange(url: () => string, start: StartServer): void {
  it('[S1] takes a push whose base is the stored version, and gives it the next one', async () => {
    const device = await signedUp(url())
    const push = newPush()
    const first = await device.exchange({ push: [push, newPush()] })
    expect(first.results).toEqual([
      { key: push.key, status: 'ok', version: 1 },
      { key: first.results[1]?.key, status: 'ok', version: 2 },
    ])
    expect(first).toMatchObject({ v: PROTOCOL_VERSION, cursor: 2, more: false, count: 2, changes: [] })
    const again = newPush({ key: push.key, base: 1 })
    expect((await device.exchange({ cursor: 2, push: [again] })).results).toEqual([
      { key: push.key, status: 'ok', version: 3 },
    ])
    const other = await secondDevice(url(), device)
    const seen = await other.exchange()
    expect(seen.changes.map(({ version }) => version)).toEqual([2, 3])
    expect(seen.changes[1]).toEqual({ key: push.key, version: 3, envelope: again.envelope })
    expect(seen.digest).toBe((await device.exchange({ cursor: 3 })).digest)
  })

  it('[S2] answers a push on another base with what is stored, and writes nothing', async () => {
    const device = await signedUp(url())
    const push = newPush()
    await device.exchange({ push: [push] })
    for (const base of [0, 7])
      expect((await device.exchange({ cursor: 1, push: [newPush({ key: push.key, base })] })).results).toEqual([
        { key: push.key, status: 'conflict', version: 1, envelope: push.envelope },
      ])
    const missing = newPush({ base: 4 })
    expect((await device.exchange({ cursor: 1, push: [missing] })).results).toEqual([
      { key: missing.key, status: 'conflict', version: 0, envelope: null },
    ])
    expect(await device.exchange()).toMatchObject({ count: 1, cursor: 1, changes: [{ envelope: push.envelope }] })
  })

  it('[S3] takes the same bytes again as done, with the version they have', async () => {
    const device = await signedUp(url())
    const push = newPush()
    const first = await device.exchange({ push: [push] })
    await device.exchange({ cursor: 1, push: [newPush()] })
    for (let time = 0; time < 2; time += 1) {
      const again = await device.exchange({ cursor: 2, push: [push] })
      expect(again.results).toEqual(first.results)
      expect(again).toMatchObject({ cursor: 2, count: 2 })
    }
  })

  it('[S4] gives changes in the order of their versions, page by page, without those of the request', async () => {
    const device = await signedUp(url())
    const envelope = newEnvelope(60_000)
    for (let page = 0; page < 4; page += 1)
      await device.exchange({ push: Array.from({ length: 10 }, () => newPush({ envelope })) })
    const other = await secondDevice(url(), device)
    const versions: number[] = []
    let cursor = 0
    let own: number | undefined
    for (let pages = 0; pages < 10; pages += 1) {
      const push = own === undefined ? [newPush()] : []
      const answer = await other.exchange({ cursor, push })
      const [result] = answer.results
      if (result?.status === 'ok') own = result.version
      versions.push(...answer.changes.map(({ version }) => version))
      const bytes = answer.changes.reduce((sum, change) => sum + change.envelope.length, 0) * 0.75
      expect(bytes).toBeLessThanOrEqual(LIMITS.bodyBytes)
      cursor = answer.cursor
      if (!answer.more) break
    }
    // A device that pulls on meets what it has written itself; only the request that writes it is spared.
    expect(versions.filter((version) => version !== own)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
    expect(own).toBe(41)
  })

  it('[S5] rejects an item that is malformed, too large or there twice, with a reason, and takes the others', async () => {
    const device = await signedUp(url())
    const good = newPush()
    const largest = newPush({ envelope: newEnvelope(LIMITS.envelopeBytes) })
    const { results, count } = await device.exchange({
      push: [
        newPush({ key: 'short' }),
        good,
        newPush({ base: -1 }),
        newPush({ envelope: newEnvelope(LIMITS.envelopeBytes + 1) }),
        { ...good, envelope: newEnvelope() },
        largest,
        newPush({ envelope: 'AB=' }),
        // Two spellings of one byte: an encoder writes only the first.
        newPush({ envelope: 'AB' }),
        newPush({ envelope: 'a+b/' }),
      ],
    })
    expect(results.map((result) => (result.status === 'rejected' ? result.reason : result.status))).toEqual([
      'malformed',
      'ok',
      'malformed',
      'too-large',
      'duplicate',
      'ok',
      'malformed',
      'malformed',
      'malformed',
    ])
    expect(results.map(({ key }) => key).slice(0, 2)).toEqual(['', good.key])
    expect(count).toBe(2)
    expect((await device.exchange()).changes.map(({ envelope }) => envelope)).toEqual([good.envelope, largest.envelope])
  })

  it('[S5] takes 500 documents in one request, and answers more of them with 413', async () => {
    const device = await signedUp(url())
    const push = Array.from({ length: LIMITS.documents + 1 }, () => newPush())
    const body = { v: PROTOCOL_VERSION, epoch: '', cursor: 0, push }
    expect((await device.request('POST', PATHS.sync, { body })).status).toBe(413)
    expect((await device.exchange({ push: push.slice(1) })).count).toBe(LIMITS.documents)
  })

  it('[S5] rejects what is over the quota of the account, and still takes what fits', async () => {
    const server = await start({ QUOTA_MIB: '1' })
    try {
      const device = await signedUp(server.url)
      const large = () => newPush({ envelope: newEnvelope(LIMITS.envelopeBytes) })
      for (let page = 0; page < 3; page += 1)
        await device.exchange({ push: [large(), large(), large(), large(), large()] })
      const small = newPush()
      const { results } = await device.exchange({ push: [large(), large(), small] })
      expect(results.map(({ status }) => status)).toEqual(['ok', 'rejected', 'rejected'])
      expect(results[1]).toMatchObject({ reason: 'quota' })
      // A smaller state of a document makes room.
      const [first] = (await device.exchange()).changes
      const { results: after } = await device.exchange({
        push: [newPush({ key: first?.key ?? '', base: first?.version ?? 0 }), small],
      })
      expect(after.map(({ status }) => status)).toEqual(['ok', 'ok'])
    } finally {
      await server.stop()
    }
  })

  it('[S6] gives everything to a device that comes from another server, and takes what it holds', async () => {
    const device = await signedUp(url())
    const kept = newPush()
    await device.exchange({ push: [kept, newPush()] })
    const brought = newPush({ base: 17 })
    const answer = await device.exchange({ epoch: 'another', cursor: 99, push: [brought, { ...kept, base: 40 }] })
    expect(answer.epoch).not.toBe('another')
    expect(answer.results).toEqual([
      { key: brought.key, status: 'ok', version: 3 },
      { key: kept.key, status: 'ok', version: 1 },
    ])
    expect(answer.changes.map(({ version }) => version)).toEqual([2])
  })

  it('[S8] answers a version above its own with 426 and what it speaks', async () => {
    const device = await signedUp(url())
    const v = PROTOCOL_VERSION + 1
    for (const body of [
      { v, epoch: '', cursor: 0, push: [newPush()] },
      { v, of: 'another shape', push: 'too' },
    ]) {
      const response = await device.request('POST', PATHS.sync, { body })
      expect(response.status).toBe(426)
      expect(upgradeSchema.parse(await response.json()).speaks).toBe(PROTOCOL_VERSION)
    }
    expect((await device.exchange()).count).toBe(0)
  })

  it('tells its time, by which a device sets its own right', async () => {
    const device = await signedUp(url())
    const before = Date.now()
    const { serverTime } = await device.exchange()
    expect(serverTime).toBeGreaterThanOrEqual(before - 1000)
    expect(serverTime).toBeLessThanOrEqual(Date.now() + 1000)
  })

  it('takes gzip, answers in gzip where that pays, and lets nobody keep the answer', async () => {
    const device = await signedUp(url())
    const push = Array.from({ length: 20 }, () => newPush({ envelope: newEnvelope(1000) }))
    const body = gzipSync(JSON.stringify({ v: PROTOCOL_VERSION, epoch: '', cursor: 0, push }))
    const sent = await device.request('POST', PATHS.sync, { body, headers: { 'content-encoding': 'gzip' } })
    expect(sent.status).toBe(200)
    const { epoch, count } = syncResponseSchema.parse(await sent.json())
    expect(count).toBe(20)
    const pull = (encoding: string) =>
      device.request('POST', PATHS.sync, {
        body: { v: PROTOCOL_VERSION, epoch, cursor: 0, push: [] },
        headers: { 'accept-encoding': encoding },
      })
    for (const [accepted, encoding] of [
      ['gzip', 'gzip'],
      ['identity', null],
    ] as const) {
      const response = await pull(accepted)
      expect(response.headers.get('content-encoding')).toBe(encoding)
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(syncResponseSchema.parse(await response.json()).changes).toHaveLength(20)
    }
  })

  it('keeps the documents of two accounts apart, also where their keys are the same', async () => {
    const [one, other] = [await signedUp(url()), await signedUp(url())]
    const key = newKey()
    const [mine, theirs] = [newPush({ key }), newPush({ key })]
    await one.exchange({ push: [mine, newPush()] })
    expect((await other.exchange({ push: [theirs] })).results).toEqual([{ key, status: 'ok', version: 1 }])
    expect((await other.exchange()).changes).toEqual([{ key, version: 1, envelope: theirs.envelope }])
    expect((await one.exchange()).changes[0]).toEqual({ key, version: 1, envelope: mine.envelope })
  })
}
