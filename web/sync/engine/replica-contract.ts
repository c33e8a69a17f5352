import { describe, expect, it } from 'vitest'
import type { Document, Fields } from '../../../shared/document/document.ts'
import type { Stamp } from '../../../shared/document/stamp.ts'
import type { Result } from '../../../shared/result/result.ts'
import { xorInto } from '../../../shared/sync/digest.ts'
import type { EnvelopeKey } from '../../../shared/sync/messages.ts'
import type { IncomingDocument, RemotePage, SentDocument } from '../../store/apply-remote.ts'
import type { Replica, ReplicaState, UnsentDocument } from './replica.ts'

/** A device for the contract: its replica, and what a person and a test do to it. Synchronisation is on. */
export interface ContractDevice {
  readonly replica: Replica
  /** Wrong by so many ms from now on. */
  setClockWrong(ms: number): void
  /** Lets time pass, in ms. */
  pass(ms: number): void
  edit(collection: string, id: string, fields: Fields): Promise<void>
  /** By id: ids differ between collections here. */
  documents(): Promise<Map<string, Document>>
  turnOff(): Promise<void>
}

export const CONTRACT_START = Date.UTC(2026, 10, 23, 12)

const YEAR = 365 * 86_400_000
const at = (ms: number) => (ms * 1024) as Stamp

/** What the engine may rely on, for every implementation of `Replica`. */
export function describeReplica(name: string, open: () => Promise<ContractDevice>): void {
  describe(`the replica ${name}`, () => {
    it('is superseded when synchronisation is off', async () => {
      const device = await open()
      const state = value(await device.replica.begin())
      expect(state).toMatchObject({ epoch: '', cursor: 0, unsent: 0, comparedAt: 0, clockOffset: 0 })
      await device.turnOff()
      const off = { ok: false, failure: { kind: 'superseded' } }
      expect(await device.replica.begin()).toEqual(off)
      expect(await device.replica.apply(state, page({ cursor: 5 }))).toEqual(off)
      expect(await device.replica.startOver(state, 'other', 0)).toEqual(off)
      expect(await device.replica.correctClock(state, 100_000)).toEqual(off)
    })

    it('gives what is not backed up in the order of collection and id, page by page', async () => {
      const device = await open()
      for (const id of ['b', 'c', 'a']) await device.edit('day', id, { weight: 70 })
      await device.edit('aaa', 'z', { x: 1 })
      const first = value(await device.replica.take(undefined, 2))
      expect(first.map(({ id }) => id)).toEqual(['z', 'a'])
      const rest = value(await device.replica.take(first[1], 9))
      expect(rest.map(({ id }) => id)).toEqual(['b', 'c'])
      expect(rest[0]?.document).toMatchObject({ collection: 'day', id: 'b', fields: { weight: 70 } })
      expect(value(await device.replica.take(rest[1], 9))).toEqual([])
    })

    it('gives no sample data away', async () => {
      const device = await open()
      await device.edit('day', 'a', { 'weight@sample': 70, weight: 71 })
      await device.edit('day', 'b', { 'weight@sample': 70 })
      await device.edit('mood', 'c', { source: 'sample', rating: 3 })
      const taken = value(await device.replica.take(undefined, 9))
      expect(taken.map(({ id }) => id)).toEqual(['a'])
      expect(taken[0]?.document?.fields).toEqual({ weight: 71 })
      expect(Object.keys(taken[0]?.document?.stamps ?? {})).toEqual(['weight'])
      const incoming = document('a', { weight: 72 }, CONTRACT_START + 1)
      await applied(device, page({ incoming: [arrived('k', 1, incoming)] }))
      expect((await device.documents()).get('a')?.fields).toEqual({ 'weight@sample': 70, weight: 72 })
      expect(value(await device.replica.begin()).unsent).toBe(0)
    })

    it('[D1] takes a mark only if nothing was written since the document was read', async () => {
      const device = await open()
      await device.edit('day', 'a', { weight: 70 })
      await device.edit('day', 'b', { weight: 70 })
      const [a, b] = value(await device.replica.take(undefined, 9))
      await device.edit('day', 'b', { weight: 71 })
      const state = await applied(device, page({ cursor: 2, sent: [sent(a, 'ka', 1), sent(b, 'kb', 2)] }))
      expect(state.unsent).toBe(1)
      const [left] = value(await device.replica.take(undefined, 9))
      expect(left?.document?.fields).toEqual({ weight: 71 })
      expect(await basesOf(device, [left], ['kb'])).toEqual([['kb', 2]])
    })

    it('gives a base only to what was neither written nor merged since it was read', async () => {
      const device = await open()
      for (const id of ['a', 'b', 'c', 'd']) await device.edit('day', id, { weight: 70 })
      const taken = value(await device.replica.take(undefined, 9))
      await device.edit('day', 'b', { steps: 1 })
      const later = document('c', { steps: 5 }, CONTRACT_START + 5)
      const held = { ...(await device.documents()).get('d') }
      const same = { ...document('d', { weight: 70 }, 0), stamps: held.stamps ?? {} }
      const incoming = [arrived('kc', 7, later), arrived('kd', 8, same)]
      await applied(device, page({ cursor: 8, incoming }))
      expect(await basesOf(device, taken, ['ka', 'kb', 'kc', 'kd'])).toEqual([['ka', 0]])
      const again = value(await device.replica.take(undefined, 9))
      expect(again.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
      expect(await basesOf(device, again, ['ka', 'kb', 'kc'])).toEqual([
        ['ka', 0],
        ['kb', 0],
        ['kc', 7],
      ])
    })

    it('[M1] [M4] merges what comes in, and owes the server what it does not say', async () => {
      const device = await open()
      await device.edit('day', 'a', { weight: 70, steps: 1 })
      const theirs = { ...document('a', { weight: 71, unknown: ['x'] }, CONTRACT_START + 9) }
      const state = await applied(device, page({ cursor: 3, incoming: [arrived('k', 3, theirs)] }))
      expect(state).toMatchObject({ epoch: 'e', cursor: 3, unsent: 1 })
      expect((await device.documents()).get('a')?.fields).toEqual({ weight: 71, steps: 1, unknown: ['x'] })
      const whole = (await device.documents()).get('a')
      if (whole === undefined) throw new Error('No document')
      expect(await applied(device, page({ cursor: 4, incoming: [arrived('k', 4, whole)] }))).toMatchObject({
        unsent: 0,
      })
    })

    it('[C2] stamps what is written next above all that came in', async () => {
      const device = await open()
      const ahead = CONTRACT_START + YEAR
      await applied(device, page({ incoming: [arrived('k', 1, document('a', { weight: 1 }, ahead))] }))
      await device.edit('day', 'b', { weight: 70 })
      expect((await device.documents()).get('b')?.stamps['weight']).toBe(at(ahead) + 1)
    })

    it('[D2] writes nothing of a page that does not go on from where the device stands', async () => {
      const device = await open()
      const first = value(await device.replica.begin())
      await applied(device, page({ cursor: 5 }))
      const late = page({ cursor: 3, incoming: [arrived('k', 3, document('a', { weight: 1 }, CONTRACT_START))] })
      expect(await device.replica.apply(first, late)).toMatchObject({ ok: false, failure: { kind: 'superseded' } })
      expect((await device.documents()).size).toBe(0)
      expect(value(await device.replica.begin()).cursor).toBe(5)
    })

    it('[S7] keeps the digest of what the server holds', async () => {
      const device = await open()
      await device.edit('day', 'a', { weight: 70 })
      const [a] = value(await device.replica.take(undefined, 9))
      const digest = new Uint8Array(16)
      const check = (state: ReplicaState, out: number[], in_: number[]) => {
        for (const version of [...out, ...in_]) xorInto(digest, partOf(version))
        expect(state.digest).toEqual(digest)
      }
      check(await applied(device, page({ cursor: 1, sent: [sent(a, 'ka', 1)] })), [], [1])
      const b = arrived('kb', 2, document('b', { weight: 1 }, CONTRACT_START))
      check(await applied(device, page({ cursor: 2, incoming: [b] })), [], [2])
      const newer = arrived('ka', 3, document('a', { weight: 2 }, CONTRACT_START + 1))
      check(await applied(device, page({ cursor: 3, incoming: [newer] })), [1], [3])
      // What is older than what is known says nothing new.
      check(await applied(device, page({ cursor: 3, incoming: [{ ...newer, version: 1, part: partOf(1) }] })), [], [])
      check(await applied(device, page({ cursor: 4, missing: [keyNamed('kb')] })), [2], [])
      const unopened = { key: keyNamed('kc'), version: 5, part: partOf(5), problem: 'key' as const }
      const state = await applied(device, page({ cursor: 5, unopened: [{ ...unopened, envelope: new Uint8Array(3) }] }))
      check(state, [], [5])
    })

    it('[E5] keeps what did not open until something under its key opens', async () => {
      const device = await open()
      const envelope = Uint8Array.of(1, 2, 3)
      const unopened = { key: keyNamed('k'), version: 1, part: partOf(1), problem: 'format' as const, envelope }
      expect([...(await applied(device, page({ cursor: 1, unopened: [unopened] }))).quarantined]).toEqual([
        keyNamed('k'),
      ])
      expect(value(await device.replica.quarantined(9))).toMatchObject([{ key: keyNamed('k'), version: 1, envelope }])
      const opened = arrived('k', 1, document('a', { weight: 1 }, CONTRACT_START))
      expect((await applied(device, page({ cursor: 1, incoming: [opened] }))).quarantined.size).toBe(0)
      expect(value(await device.replica.quarantined(9))).toEqual([])
    })

    it('[S6] starts over by offering everything, with marks that were there unchanged', async () => {
      const device = await open()
      await device.edit('day', 'a', { weight: 70 })
      await device.edit('day', 'b', { weight: 70 })
      const [a, b] = value(await device.replica.take(undefined, 9))
      await applied(device, page({ cursor: 1, sent: [sent(a, 'ka', 1)] }))
      const before = value(await device.replica.begin())
      const state = value(await device.replica.startOver(before, 'f', 77))
      expect(state).toMatchObject({ epoch: 'f', cursor: 0, unsent: 2, comparedAt: 77, digest: new Uint8Array(16) })
      const again = value(await device.replica.take(undefined, 9))
      expect(again.map(({ id }) => id)).toEqual(['a', 'b'])
      expect(again[1]?.token).toBe(b?.token)
      expect(await basesOf(device, again, ['ka', 'kb'])).toEqual([
        ['ka', 0],
        ['kb', 0],
      ])
    })

    it.each([YEAR, -YEAR])(
      '[C4] puts right what a clock wrong by %i ms has stamped and nobody has seen',
      async (wrong) => {
        const device = await open()
        await device.edit('day', 'sent', { weight: 1 })
        value(await device.replica.take(undefined, 9))
        const seen = (await device.documents()).get('sent')?.stamps
        device.setClockWrong(wrong)
        device.pass(60_000)
        await device.edit('day', 'a', { first: 1 })
        device.pass(60_000)
        await device.edit('day', 'a', { second: 1 })
        await device.edit('day', 'b', { deleted: true, third: 1 })
        const marks = value(await device.replica.take(undefined, 0))
        expect(marks).toEqual([])
        value(await device.replica.correctClock(value(await device.replica.begin()), -wrong))
        expect(value(await device.replica.begin()).clockOffset).toBe(-wrong)
        const documents = await device.documents()
        expect(documents.get('sent')?.stamps).toEqual(seen)
        const { first = 0, second = 0 } = documents.get('a')?.stamps ?? {}
        const { third = 0, deleted = 0 } = documents.get('b')?.stamps ?? {}
        expect(third).toBe(deleted)
        const order = [Object.values(seen ?? {})[0] ?? 0, first, second, third]
        expect([...order].sort((one, two) => one - two)).toEqual(order)
        expect(third).toBeLessThan(at(CONTRACT_START + 121_000))
        device.pass(60_000)
        await device.edit('day', 'c', { weight: 1 })
        expect((await device.documents()).get('c')?.stamps['weight']).toBe(at(CONTRACT_START + 180_000))
      },
    )

    it('[C4] gives what it has put right another mark, so that no answer to the old stamps takes it', async () => {
      const device = await open()
      device.setClockWrong(YEAR)
      await device.edit('day', 'a', { weight: 1 })
      await device.edit('day', 'b', { weight: 1 })
      const state = value(await device.replica.begin())
      value(await device.replica.correctClock(state, -YEAR))
      const [a] = value(await device.replica.take(undefined, 1))
      const tokens = value(await device.replica.take(undefined, 9)).map(({ token }) => token)
      // Taken to be sent, its stamps count as seen; what was not taken yet is put right again.
      device.setClockWrong(0)
      value(await device.replica.correctClock(state, 0))
      const after = value(await device.replica.take(undefined, 9)).map(({ token }) => token)
      expect(a?.token).toBe(tokens[0])
      expect(after).toEqual(tokens)
    })
  })
}

function value<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`Failed: ${JSON.stringify(result.failure)}`)
  return result.value
}

const page = (parts: Partial<RemotePage>): RemotePage => ({
  ...{ epoch: 'e', cursor: 0, sent: [], incoming: [], unopened: [], missing: [] },
  ...parts,
})

const applied = async ({ replica }: ContractDevice, next: RemotePage) =>
  value(await replica.apply(value(await replica.begin()), next))

const partOf = (version: number) => new Uint8Array(16).fill(version)

function document(id: string, fields: Fields, ms: number): Document {
  return {
    collection: 'day',
    id,
    fields,
    stamps: Object.fromEntries(Object.keys(fields).map((name) => [name, at(ms)])),
  }
}

const arrived = (key: string, version: number, incoming: Document): IncomingDocument => ({
  key: keyNamed(key),
  version,
  part: partOf(version),
  document: incoming,
})

function sent(taken: UnsentDocument | undefined, key: string, version: number): SentDocument {
  if (taken === undefined) throw new Error('Nothing was taken')
  const { collection, id, token } = taken
  return { collection, id, token, key: keyNamed(key), version, part: partOf(version) }
}

async function basesOf(
  device: ContractDevice,
  taken: readonly (UnsentDocument | undefined)[],
  keys: readonly string[],
) {
  const questions = taken.flatMap((unsent, index) =>
    unsent === undefined ? [] : [{ ...unsent, key: keyNamed(keys[index] ?? '') }],
  )
  const bases = value(await device.replica.bases(questions))
  return keys.filter((key) => bases.has(keyNamed(key))).map((key) => [key, bases.get(keyNamed(key))])
}

/** A key as long as keys are. */
const keyNamed = (name: string) => name.padEnd(22, 'A') as EnvelopeKey
