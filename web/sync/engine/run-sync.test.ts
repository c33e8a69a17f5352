import { base64urlnopad } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../../shared/result/result.ts'
import type { PushItem, SyncRequest, SyncResponse } from '../../../shared/sync/messages.ts'
import { LIMITS } from '../../../shared/sync/protocol.ts'
import { type MemoryReplica, memoryReplica } from './memory-replica.ts'
import { ModelServer, type ModelServerOptions } from './model-server.ts'
import { runSync } from './run-sync.ts'
import { directTransport, syncOnce, testClock } from './test-device.ts'
import { testVault } from './test-vault.ts'
import type { Transport } from './transport.ts'

const START = Date.UTC(2026, 10, 23, 12)
const YEAR = 365 * 86_400_000
const MINUTE = 60_000

/** A server and devices that reach it; each device is used by `edit`, `sync` and by looking at its documents. */
function world(options: ModelServerOptions = {}) {
  const time = { now: START }
  const server = new ModelServer(options)
  return {
    time,
    server,
    device(wrong = 0, vault = testVault()) {
      const clock = testClock(time, wrong)
      const replica = memoryReplica({ now: () => clock.now() })
      replica.turnOn()
      const { transport, exchanges } = directTransport(server, time)
      return {
        ...{ clock, replica, transport, exchanges, vault },
        sync: (by: Transport = transport) => syncOnce(replica, by, vault, clock),
        type: (id: string, weight: number) => replica.edit('day', id, { weight }),
      }
    },
  }
}

const fieldsOf = (replica: MemoryReplica, id: string) => replica.documents.get(`day\0${id}`)?.fields
const same = (a: MemoryReplica, b: MemoryReplica) => expect(new Map(a.documents)).toEqual(new Map(b.documents))
const unsentIds = (replica: MemoryReplica) => [...replica.unsent.keys()].map((key) => key.split('\0')[1])

describe('a run', () => {
  it('brings an edit from one device to another, in one request once the clock is known', async () => {
    const { device } = world()
    const [a, b] = [device(), device()]
    a.type('d1', 74)
    expect(await a.sync()).toEqual({ kind: 'done', sent: 1, received: 0 })
    expect(await b.sync()).toEqual({ kind: 'done', sent: 0, received: 1 })
    same(a.replica, b.replica)
    const before = a.exchanges.length
    a.type('d1', 75)
    await a.sync()
    expect(a.exchanges.length).toBe(before + 1)
    await b.sync()
    expect(fieldsOf(b.replica, 'd1')).toEqual({ weight: 75 })
  })

  it('[D6] merges what a device that never synchronised holds with what the account holds', async () => {
    const { device, server } = world()
    const [a, b] = [device(), device()]
    a.type('d1', 74)
    a.replica.edit('day', 'd2', { steps: 1 })
    b.replica.edit('day', 'd1', { steps: 2 })
    b.replica.edit('day', 'd3', { steps: 3 })
    for (const each of [a, b, a]) await each.sync()
    same(a.replica, b.replica)
    expect(fieldsOf(a.replica, 'd1')).toEqual({ weight: 74, steps: 2 })
    expect([server.documents.size, a.replica.unsent.size, b.replica.unsent.size]).toEqual([3, 0, 0])
  })

  it('moves thousands of documents in full pages and leaves nothing to do', async () => {
    const { device, server } = world()
    const [a, b] = [device(), device()]
    for (let index = 0; index < 1203; index++) a.type(`d${index}`, index)
    expect(await a.sync()).toMatchObject({ kind: 'done', sent: 1203 })
    expect(a.exchanges.map(({ request }) => request.push.length)).toEqual([0, 500, 500, 203])
    expect(await b.sync()).toMatchObject({ kind: 'done', received: 1203 })
    same(a.replica, b.replica)
    expect(base64urlnopad.encode(server.digest())).toBe(a.exchanges.at(-1)?.response.digest)
  })

  it('settles a thousand conflicts of both sides without sealing any of them twice', async () => {
    const { device } = world()
    const [a, b] = [device(), device()]
    for (let index = 0; index < 1000; index++) a.type(`d${index}`, index)
    for (const each of [a, b]) await each.sync()
    for (let index = 0; index < 1000; index++) {
      a.type(`d${index}`, -1 - index)
      b.replica.edit('day', `d${index}`, { steps: index })
    }
    await a.sync()
    expect(await b.sync()).toMatchObject({ sent: 1000, received: 1000 })
    await a.sync()
    same(a.replica, b.replica)
  })

  it('[S5] keeps each request within the limits, however large the documents', async () => {
    const { device } = world()
    const a = device()
    for (let index = 0; index < 60; index++) a.replica.edit('mood', `${index}`, { reflection: 'x'.repeat(40_000) })
    await a.sync()
    expect(a.replica.unsent.size).toBe(0)
    for (const { request } of a.exchanges) {
      expect(JSON.stringify(request).length).toBeLessThanOrEqual(LIMITS.bodyBytes)
      expect(request.push.length).toBeLessThanOrEqual(LIMITS.documents)
    }
  })

  it('[S5] sends in halves what was too much at once, and refuses only the one document that is', async () => {
    const { device } = world()
    const a = device()
    for (let index = 0; index < 40; index++) a.type(`d${index}`, index)
    let requests = 0
    const strict: Transport = {
      async exchange(request, signal) {
        requests += 1
        const has = (id: number) => request.push.some((item) => keyOfItem(item) === keys[id])
        return request.push.length > 7 || has(11) ? fail({ kind: 'too-large' }) : a.transport.exchange(request, signal)
      },
    }
    const keys = await Promise.all(Array.from({ length: 40 }, (_, index) => a.vault.keyOf('day', `d${index}`)))
    expect(await a.sync(strict)).toMatchObject({ kind: 'done', sent: 39 })
    expect(unsentIds(a.replica)).toEqual(['d11'])
    expect(a.replica.report?.refused).toEqual({ count: 1, reason: 'too-large' })
    expect(requests).toBeLessThan(60)
  })

  it('[S5] keeps what is rejected, says why, and goes on with the rest', async () => {
    const { device } = world()
    const a = device()
    for (let index = 0; index < 5; index++) a.type(`d${index}`, index)
    a.replica.edit('mood', 'long', { reflection: 'x'.repeat(LIMITS.envelopeBytes) })
    const full: Transport = {
      async exchange(request, signal) {
        const push = request.push.slice(0, 2)
        const answer = await a.transport.exchange({ ...request, push }, signal)
        if (!answer.ok) return answer
        const rest = request.push.slice(2).map((item): SyncResponse['results'][number] => ({
          key: keyOfItem(item),
          status: 'rejected',
          reason: 'quota',
        }))
        return ok({ ...answer.value, results: [...answer.value.results, ...rest] })
      },
    }
    expect(await a.sync(full)).toMatchObject({ kind: 'done', sent: 2 })
    expect(unsentIds(a.replica)).toEqual(['d2', 'd3', 'd4', 'long'])
    expect(a.replica.report?.refused).toEqual({ count: 4, reason: 'too-large' })
    expect(await a.sync()).toMatchObject({ kind: 'done', sent: 3 })
    expect(unsentIds(a.replica)).toEqual(['long'])
  })

  it('[S3] sends again what was lost on the way, and what arrived without an answer is not doubled', async () => {
    const { device, server } = world()
    const a = device()
    a.type('d1', 74)
    for (const lost of ['request', 'response'] as const) {
      const flaky: Transport = {
        async exchange(request, signal) {
          if (lost === 'response') await a.transport.exchange(request, signal)
          return request.push.length > 0 ? fail({ kind: 'offline' }) : a.transport.exchange(request, signal)
        },
      }
      expect(await a.sync(flaky)).toEqual({ kind: 'failed', problem: { kind: 'offline' } })
      expect(unsentIds(a.replica)).toEqual(['d1'])
    }
    expect(await a.sync()).toMatchObject({ kind: 'done' })
    expect([server.documents.size, a.replica.unsent.size]).toEqual([1, 0])
  })

  it('[D1] does not take the mark of a document that was written while it was on its way', async () => {
    const { device, server } = world()
    const [a, b] = [device(), device()]
    a.type('d1', 74)
    const slow: Transport = {
      async exchange(request, signal) {
        if (request.push.length > 0 && server.documents.size === 0) a.type('d1', 75)
        return a.transport.exchange(request, signal)
      },
    }
    await a.sync(slow)
    expect(a.exchanges.flatMap(({ request }) => request.push).length).toBe(2)
    await b.sync()
    expect(fieldsOf(b.replica, 'd1')).toEqual({ weight: 75 })
  })

  it.each([
    ['offline', { kind: 'offline' }],
    ['signed-out', { kind: 'signed-out' }],
    ['busy', { kind: 'busy', afterMs: 1000 }],
    ['other-version', { kind: 'other-version', speaks: 0 }],
    ['unexpected', { kind: 'unexpected', status: 500 }],
  ] as const)('[D5] changes nothing that is here when the server does not serve it: %s', async (kind, problem) => {
    const { device } = world()
    const a = device()
    a.type('d1', 74)
    const before = new Map(a.replica.documents)
    expect(await a.sync({ exchange: async () => fail(problem) })).toEqual({ kind: 'failed', problem })
    expect(new Map(a.replica.documents)).toEqual(before)
    expect(unsentIds(a.replica)).toEqual(['d1'])
    expect(a.replica.report?.trouble).toBe(kind)
  })

  it('ends where it is when it is called off or synchronisation is turned off, and writes nothing after', async () => {
    const { device } = world()
    const a = device()
    a.type('d1', 74)
    const controller = new AbortController()
    controller.abort()
    const { replica, transport, vault, clock } = a
    expect(await runSync({ replica, transport, vault, clock }, controller.signal)).toEqual({ kind: 'aborted' })
    const turning: Transport = {
      async exchange(request, signal) {
        a.replica.turnOff()
        return a.transport.exchange(request, signal)
      },
    }
    expect(await a.sync(turning)).toEqual({ kind: 'superseded' })
    expect(await a.sync()).toEqual({ kind: 'superseded' })
  })

  it('does not go on for ever with a server that answers nonsense', async () => {
    const { device } = world()
    const a = device()
    a.type('d1', 74)
    const mad = (change: (answer: SyncResponse) => Partial<SyncResponse>): Transport => ({
      async exchange(request, signal) {
        const answer = await a.transport.exchange(request, signal)
        return answer.ok ? ok({ ...answer.value, ...change(answer.value) }) : answer
      },
    })
    expect(await a.sync(mad(() => ({ more: true })))).toMatchObject({ problem: { kind: 'unexpected' } })
    expect(await a.sync(mad(() => ({ results: [{ key: 'x', status: 'ok', version: 1 }] })))).toMatchObject({
      problem: { kind: 'unexpected' },
    })
    let exchanges = 0
    const alwaysConflict: Transport = {
      async exchange(request) {
        exchanges += 1
        const { digest, ...answer } = new ModelServer().exchange({ ...request, push: [] }, START)
        const results = request.push.map((item) => ({
          key: keyOfItem(item),
          status: 'conflict' as const,
          version: 0,
          envelope: null,
        }))
        return ok({ ...answer, digest, results, cursor: request.cursor })
      },
    }
    expect(await a.sync(alwaysConflict)).toMatchObject({ kind: 'unfinished' })
    expect(exchanges).toBeLessThan(20)
  })
})

describe('clocks', () => {
  it.each([2 * YEAR, -2 * YEAR, 10 * YEAR, -10 * YEAR, 61_000, -61_000])(
    '[C4] puts right what a clock that is wrong by %i ms has stamped, before it is sent',
    async (wrong) => {
      const { device, time, server } = world()
      const [a, b] = [device(wrong), device()]
      a.type('d1', 70)
      time.now += MINUTE
      a.replica.edit('day', 'd1', { weight: 71, steps: 1 })
      time.now += MINUTE
      b.replica.edit('day', 'd1', { steps: 2 })
      time.now += MINUTE
      await a.sync()
      const sent = [...a.replica.documents.values()].flatMap(({ stamps }) => Object.values(stamps))
      for (const stamp of sent) expect(Math.abs(stamp / 1024 - time.now)).toBeLessThan(3 * MINUTE)
      for (const each of [b, a]) await each.sync()
      same(a.replica, b.replica)
      expect(fieldsOf(a.replica, 'd1')).toEqual({ weight: 71, steps: 2 })
      expect(server.documents.size).toBe(1)
      // And what is typed from now on is stamped with the right time at once.
      time.now += MINUTE
      expect(Math.abs((a.type('d2', 1) ?? 0) / 1024 - time.now)).toBeLessThan(1000)
      const state = await a.replica.begin()
      expect(state.ok && state.value.clockOffset).toBe(-wrong)
    },
  )

  it('[C4] asks for the time before it sends, when the clock may have been set since', async () => {
    const { device, time } = world()
    const a = device()
    await a.sync()
    a.clock.wrong = YEAR
    a.type('d1', 74)
    await a.sync()
    expect(a.exchanges.map(({ request }) => request.push.length)).toEqual([0, 0, 1])
    const [document] = a.replica.documents.values()
    expect((document?.stamps['weight'] ?? 0) / 1024).toBeLessThanOrEqual(time.now)
    a.clock.wrong = 0
    await a.sync()
    const state = await a.replica.begin()
    expect(state.ok && state.value.clockOffset).toBe(0)
  })

  it('[C4] leaves a clock alone that is wrong by a minute or less, and does not flicker at the border', async () => {
    const { device } = world()
    const a = device(MINUTE)
    const stamp = a.type('d1', 74)
    await a.sync()
    expect([...a.replica.documents.values()][0]?.stamps).toEqual({ weight: stamp })
    a.clock.wrong = MINUTE + 1000
    await a.sync()
    a.clock.wrong = MINUTE - 1000
    await a.sync()
    const state = await a.replica.begin()
    expect(state.ok && state.value.clockOffset).toBe(-MINUTE - 1000)
  })

  it('[C4] takes half the round trip into account, and a slow network for no wrong clock', async () => {
    const { device, time } = world()
    const a = device()
    const slow: Transport = {
      async exchange(request, signal) {
        const answer = await a.transport.exchange(request, signal)
        time.now += 2 * MINUTE
        return answer
      },
    }
    await a.sync(slow)
    const state = await a.replica.begin()
    expect(state.ok && state.value.clockOffset).toBe(0)
  })

  it('[C5] a device whose clock is ten years wrong stops no other and loses no edit', async () => {
    const { device, time } = world()
    for (const wrong of [10 * YEAR, -10 * YEAR]) {
      const [a, b] = [device(wrong), device()]
      for (let round = 0; round < 4; round++) {
        time.now += 1000
        a.replica.edit('day', 'd', { a: round })
        b.replica.edit('day', 'd', { b: round, both: round })
        await b.sync()
        await a.sync()
        a.replica.edit('day', 'd', { both: round + 100 })
        for (const each of [a, b]) await each.sync()
        expect(fieldsOf(b.replica, 'd')).toEqual({ a: round, b: round, both: round + 100 })
      }
    }
  })
})

describe('envelopes that do not open', () => {
  it('[E5] are set aside and counted, stop nothing else, and are not overwritten', async () => {
    const { device, server } = world()
    const [a, b] = [device(), device()]
    for (const id of ['d1', 'd2', 'd3']) a.type(id, 1)
    await a.sync()
    const key = await a.vault.keyOf('day', 'd2')
    const damaged = base64urlnopad.encode(new Uint8Array(40).fill(7))
    server.documents.set(key, { version: server.documents.get(key)?.version ?? 0, envelope: damaged })
    b.replica.edit('day', 'd2', { steps: 5 })
    expect(await b.sync()).toMatchObject({ kind: 'done', received: 2 })
    expect(unsentIds(b.replica)).toEqual(['d2'])
    expect(server.documents.get(key)?.envelope).toBe(damaged)
    const state = await b.replica.begin()
    expect(state.ok && [...state.value.quarantined]).toEqual([key])
  })

  it('[E5] are tried again with another vault', async () => {
    const { device } = world()
    const a = device()
    a.type('d1', 74)
    await a.sync()
    const real = testVault()
    const closed = { ...real, open: async () => fail({ kind: 'key' as const, message: 'No.' }) }
    const b = device(0, closed)
    b.replica.edit('day', 'd1', { steps: 1 })
    await b.sync()
    expect(fieldsOf(b.replica, 'd1')).toEqual({ steps: 1 })
    await syncOnce(b.replica, b.transport, real, b.clock)
    expect(fieldsOf(b.replica, 'd1')).toEqual({ weight: 74, steps: 1 })
    expect(b.replica.unsent.size).toBe(0)
    const state = await b.replica.begin()
    expect(state.ok && state.value.quarantined.size).toBe(0)
  })

  it('[E6] plain text is one of them, whatever it says', async () => {
    const { device, server } = world()
    const [a, b] = [device(), device()]
    a.type('d1', 74)
    await a.sync()
    const key = await a.vault.keyOf('day', 'd1')
    const plain = { c: 'day', i: 'd1', f: { weight: 1 }, s: { weight: START * 2048 } }
    for (const text of [plain, { collection: 'day', id: 'd1', fields: plain.f, stamps: plain.s }]) {
      const envelope = base64urlnopad.encode(new TextEncoder().encode(JSON.stringify(text)))
      const version = (server.documents.get(key)?.version ?? 0) + 10
      server.documents.set(key, { version, envelope })
      server.restore(server.backup())
      for (const each of [a, b]) await each.sync()
      expect(fieldsOf(a.replica, 'd1')).toEqual({ weight: 74 })
      expect(b.replica.documents.size).toBe(0)
    }
  })
})

describe('a server that is not what it was', () => {
  it('[S6] of a new epoch gets what it lacks and gives what it has; nothing is wiped', async () => {
    const { device, server } = world()
    const [a, b] = [device(), device()]
    a.type('d1', 1)
    await a.sync()
    const backup = server.backup()
    a.type('d1', 2)
    a.type('d2', 2)
    for (const each of [a, b]) await each.sync()
    server.restore(backup)
    b.type('d3', 3)
    for (const each of [b, a, b]) expect(await each.sync()).toMatchObject({ kind: 'done' })
    same(a.replica, b.replica)
    expect([...a.replica.documents.keys()].sort()).toEqual(['day\0d1', 'day\0d2', 'day\0d3'])
    expect(fieldsOf(a.replica, 'd1')).toEqual({ weight: 2 })
    expect([server.documents.size, a.replica.unsent.size]).toEqual([3, 0])
  })

  it('[S6] that is empty is filled again', async () => {
    const { device, server } = world()
    const a = device()
    for (let index = 0; index < 30; index++) a.type(`d${index}`, index)
    await a.sync()
    server.restore(new ModelServer().backup())
    expect(await a.sync()).toMatchObject({ kind: 'done', sent: 30 })
    expect(server.documents.size).toBe(30)
  })

  it('[S7] but says so only by its digest, gets everything offered again, and not in every run', async () => {
    const { device, server, time } = world()
    const [a, b] = [device(), device()]
    for (const id of ['d1', 'd2']) a.type(id, 1)
    await a.sync()
    const key = await a.vault.keyOf('day', 'd2')
    const held = server.documents.get(key)
    server.documents.delete(key)
    await b.sync()
    expect(b.replica.documents.size).toBe(1)
    expect(await a.sync()).toMatchObject({ kind: 'done', sent: 1 })
    await b.sync()
    same(a.replica, b.replica)
    expect(server.documents.size).toBe(2)
    expect(server.documents.get(key)).not.toEqual(held)
    const wrong: Transport = {
      async exchange(request, signal) {
        const answer = await a.transport.exchange(request, signal)
        return answer.ok ? ok({ ...answer.value, digest: base64urlnopad.encode(new Uint8Array(16)) }) : answer
      },
    }
    time.now += 30 * MINUTE
    const before = a.exchanges.length
    await a.sync(wrong)
    expect(a.exchanges.length).toBe(before + 1)
    time.now += 31 * MINUTE
    await a.sync(wrong)
    expect(a.exchanges.length).toBe(before + 3)
    same(a.replica, b.replica)
  })

  it('[S7] and lost its last writes under the old epoch gets them again', async () => {
    const { device, server } = world()
    const a = device()
    a.type('d1', 1)
    await a.sync()
    const { documents, head } = server.backup()
    a.type('d2', 2)
    await a.sync()
    const { epoch } = server
    server.restore({ documents, head })
    server.epoch = epoch
    await a.sync()
    expect(server.documents.size).toBe(2)
    expect(a.replica.unsent.size).toBe(0)
  })
})

describe('base64url', () => {
  it('is what Node says it is', () => {
    for (let length = 0; length < 40; length++) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 97 + length * 13) & 0xff)
      expect(base64urlnopad.encode(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
      expect(base64urlnopad.decode(base64urlnopad.encode(bytes))).toEqual(bytes)
    }
  })
})

const keyOfItem = (item: SyncRequest['push'][number]) => (item as PushItem).key
