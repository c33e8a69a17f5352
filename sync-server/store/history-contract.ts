import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { DIGEST_BYTES, digestMessage, xorInto } from '../../shared/sync/digest.ts'
import type { EnvelopeKey } from '../../shared/sync/messages.ts'
import { deviceOf, hex, keyOf, newAccount, type Subject, sealed } from './contract-subject.ts'
import type { Push, PushOutcome } from './ports.ts'

const KEYS = 6
const RUNS = 60
/** On a busy machine fewer runs are made, in ms; some twenty visit every outcome. */
const ENOUGH_MS = 8000

/** Any history of requests, against a model so simple that it cannot be wrong in the same way. */
export function describeHistories(subject: () => Subject): void {
  it('[S7] any history leaves the documents of a plain map, and the digest that those documents have', async () => {
    const seen = { ok: 0, conflict: 0, rejected: 0, repeated: 0, foreign: 0 }
    await fc.assert(
      fc.asyncProperty(fc.array(requestArbitrary, { minLength: 1, maxLength: 12 }), async (requests) => {
        const { store, otherProcess = store } = subject()
        const account = await newAccount(store)
        const devices = [deviceOf(store, account), deviceOf(otherProcess, account)] as const
        const model = new Model()
        for (const request of requests) {
          const device = devices[request.process]
          const push = request.items.map((item) => model.push(item))
          const answer = await device.exchange({
            push,
            cursor: model.head,
            quotaBytes: QUOTA,
            ...(request.foreign ? { epoch: 'of another server' } : {}),
          })
          const expected = push.map((item) => model.exchange(item, request.foreign))
          expect(answer.results.map(readable)).toEqual(expected.map(readable))
          expect({ count: answer.count, head: answer.head }).toEqual({ count: model.documents.size, head: model.head })
          expect(hex(answer.digest)).toBe(hex(model.digest()))
          for (const { status } of answer.results) seen[status] += 1
          if (request.foreign) seen.foreign += 1
          if (!request.again) continue
          const again = await device.exchange({ push, cursor: model.head, quotaBytes: QUOTA })
          for (const [index, result] of answer.results.entries())
            if (result.status === 'ok') expect(again.results[index]).toEqual(result)
          for (const item of push) model.exchange(item, false)
          expect(hex(again.digest)).toBe(hex(model.digest()))
          seen.repeated += 1
        }
        const pulled = await devices[0].pull()
        expect(pulled.map(({ key, version, envelope }) => [key, version, hex(envelope)])).toEqual(model.changes())
      }),
      { numRuns: RUNS, interruptAfterTimeLimit: ENOUGH_MS },
    )
    for (const times of Object.values(seen)) expect(times).toBeGreaterThan(0)
  })
}

const QUOTA = 900

interface Item {
  readonly key: number
  readonly seed: number
  readonly size: number
  /** Which base the device gives: the stored version, none, or one that is out of date. */
  readonly base: 'stored' | 'none' | 'stale'
}

const itemArbitrary = fc.record({
  key: fc.nat(KEYS - 1),
  seed: fc.nat(3),
  size: fc.constantFrom(1, 60, 200, 400),
  base: fc.constantFrom('stored', 'stored', 'none', 'stale') satisfies fc.Arbitrary<Item['base']>,
})

const requestArbitrary = fc.record({
  items: fc.uniqueArray(itemArbitrary, { maxLength: KEYS, selector: ({ key }) => key }),
  process: fc.constantFrom(0, 1),
  foreign: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  again: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
})

class Model {
  readonly documents = new Map<EnvelopeKey, { readonly version: number; readonly envelope: Uint8Array }>()
  head = 0

  push({ key, seed, size, base }: Item): Push {
    const stored = this.documents.get(keyOf(key))?.version ?? 0
    const bases = { stored, none: 0, stale: Math.max(0, stored - 1) }
    return { key: keyOf(key), base: bases[base], envelope: sealed(seed, size) }
  }

  exchange({ key, base, envelope }: Push, foreign: boolean): PushOutcome {
    const stored = this.documents.get(key)
    if (stored !== undefined && hex(stored.envelope) === hex(envelope))
      return { key, status: 'ok', version: stored.version }
    if ((foreign ? 0 : base) !== (stored?.version ?? 0))
      return { key, status: 'conflict', version: stored?.version ?? 0, envelope: stored?.envelope ?? null }
    const others = [...this.documents]
      .filter(([other]) => other !== key)
      .map(([, document]) => document.envelope.length)
    const bytes = others.reduce((sum, length) => sum + length, 0) + envelope.length
    if (bytes > QUOTA && envelope.length > (stored?.envelope.length ?? 0))
      return { key, status: 'rejected', reason: 'quota' }
    this.head += 1
    this.documents.set(key, { version: this.head, envelope })
    return { key, status: 'ok', version: this.head }
  }

  digest(): Uint8Array {
    const digest = new Uint8Array(DIGEST_BYTES)
    for (const [key, { version, envelope }] of this.documents)
      xorInto(digest, sha256(digestMessage(key, version, sha256(envelope))).subarray(0, DIGEST_BYTES))
    return digest
  }

  changes() {
    return [...this.documents]
      .map(([key, { version, envelope }]) => [key, version, hex(envelope)] as const)
      .toSorted(([, a], [, b]) => a - b)
  }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

const readable = (result: PushOutcome) =>
  result.status === 'conflict' ? { ...result, envelope: hex(result.envelope) } : result
