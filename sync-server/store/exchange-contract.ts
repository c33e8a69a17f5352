import { beforeAll, describe, expect, it } from 'vitest'
import { deviceOf, hex, keyOf, newAccount, type Subject, sealed } from './contract-subject.ts'
import { CONFLICT_BYTES } from './plan-pushes.ts'
import type { AccountId, Push, PushOutcome, StoredChange } from './ports.ts'

/** What every store answers to an exchange. */
export function describeExchange(subject: () => Subject): void {
  let account: AccountId
  let device: ReturnType<typeof deviceOf>
  const anew = async () => {
    account = await newAccount(subject().store)
    device = deviceOf(subject().store, account)
  }
  const put = (n: number, seed = n, base = 0): Push => ({ key: keyOf(n), base, envelope: sealed(seed) })
  const ok = (n: number, version: number): PushOutcome => ({ key: keyOf(n), status: 'ok', version })
  const numbers = (changes: readonly StoredChange[]) => changes.map(({ version }) => version)

  describe('a push', () => {
    beforeAll(anew)

    it('[S1] is taken when nothing is stored and its base is 0, or when its base is the stored version', async () => {
      expect(await device.push(put(1), put(2))).toEqual([ok(1, 1), ok(2, 2)])
      expect(await device.push(put(1, 101, 1))).toEqual([ok(1, 3)])
      expect((await device.pull()).map(({ key, version, envelope }) => [key, version, hex(envelope)])).toEqual([
        [keyOf(2), 2, hex(sealed(2))],
        [keyOf(1), 3, hex(sealed(101))],
      ])
    })

    it('[S2] with any other base writes nothing and is answered with what is stored', async () => {
      const before = await device.exchange()
      const results = await device.push(put(1, 102, 1), put(1, 103), put(9, 9, 4))
      expect(results.map((result) => [result.status, 'version' in result ? result.version : null])).toEqual([
        ['conflict', 3],
        ['conflict', 3],
        ['conflict', 0],
      ])
      expect(results.map((result) => ('envelope' in result ? hex(result.envelope) : ''))).toEqual([
        hex(sealed(101)),
        hex(sealed(101)),
        null,
      ])
      expect(await device.exchange()).toEqual(before)
    })

    it('[S3] that was taken and is sent again, as after a lost answer, gets the version it has and writes nothing', async () => {
      const request = { push: [put(3), put(1, 104, 3)], cursor: 0 }
      const first = await device.exchange(request)
      expect(first.results).toEqual([ok(3, 4), ok(1, 5)])
      expect(await device.exchange(request)).toEqual(first)
    })
  })

  describe('limits', () => {
    beforeAll(anew)

    it('[S5] over quota is rejected, which stops no other push, and what does not grow is taken', async () => {
      const push: Push[] = [
        { key: keyOf(1), base: 0, envelope: sealed(1, 600) },
        { key: keyOf(2), base: 0, envelope: sealed(2, 500) },
        { key: keyOf(3), base: 0, envelope: sealed(3, 400) },
      ]
      const { results, count } = await device.exchange({ push, quotaBytes: 1000 })
      expect(results).toEqual([ok(1, 1), { key: keyOf(2), status: 'rejected', reason: 'quota' }, ok(3, 2)])
      expect(count).toBe(2)
      const lowered = { push: [{ key: keyOf(1), base: 1, envelope: sealed(4, 600) }], quotaBytes: 10 }
      expect((await device.exchange(lowered)).results).toEqual([ok(1, 3)])
      const grown = { push: [{ key: keyOf(1), base: 3, envelope: sealed(5, 601) }], quotaBytes: 10 }
      expect((await device.exchange(grown)).results).toMatchObject([{ reason: 'quota' }])
    })

    it('[S5] a replaced envelope no longer counts towards the quota', async () => {
      const shrink = { push: [{ key: keyOf(1), base: 3, envelope: sealed(6, 100) }], quotaBytes: 1000 }
      expect((await device.exchange(shrink)).results).toEqual([ok(1, 4)])
      const fill = { push: [{ key: keyOf(4), base: 0, envelope: sealed(7, 500) }], quotaBytes: 1000 }
      expect((await device.exchange(fill)).results).toEqual([ok(4, 5)])
      const over = { push: [{ key: keyOf(5), base: 0, envelope: sealed(8, 1) }], quotaBytes: 1000 }
      expect((await device.exchange(over)).results).toMatchObject([{ reason: 'quota' }])
    })

    it('[S5] a page holds as many documents and as many bytes as it may, and one at least', async () => {
      await anew()
      await device.push(...[300, 300, 5000, 300, 300].map((size, n) => ({ ...put(n), envelope: sealed(n, size) })))
      const pagesOf = async (limits: { pageDocuments?: number; pageBytes?: number }) => {
        const pages: number[][] = []
        for (let cursor = 0, more = true; more; ) {
          const answer = await device.exchange({ cursor, ...limits })
          pages.push(numbers(answer.changes))
          ;({ cursor, more } = answer)
        }
        return pages
      }
      expect(await pagesOf({ pageDocuments: 2 })).toEqual([[1, 2], [3, 4], [5]])
      expect(await pagesOf({ pageDocuments: 5 })).toEqual([[1, 2, 3, 4, 5]])
      expect(await pagesOf({ pageBytes: 600 })).toEqual([[1, 2], [3], [4, 5]])
      expect(await pagesOf({ pageBytes: 1, pageDocuments: 3 })).toEqual([[1], [2], [3], [4], [5]])
    })

    it('[S5] conflicts are answered with 4 MiB of envelopes at most, and the rest are rejected as too much', async () => {
      await anew()
      const size = 64 * 1024
      const fit = CONFLICT_BYTES / size
      const all = Array.from({ length: fit + 2 }, (_, n) => ({ ...put(n), envelope: sealed(n, size) }))
      await device.push(...all)
      const results = await device.push(...all.map((push) => ({ ...push, envelope: sealed(999) })))
      expect(results.filter(({ status }) => status === 'conflict')).toHaveLength(fit)
      expect(results.slice(fit)).toEqual(
        [fit, fit + 1].map((n) => ({ key: keyOf(n), status: 'rejected', reason: 'response-full' })),
      )
    })
  })

  describe('a pull', () => {
    beforeAll(anew)

    it('of an account without documents is empty and at 0', async () => {
      const { changes, cursor, more, count, head, digest } = await device.exchange()
      expect({ changes, cursor, more, count, head }).toEqual({ changes: [], cursor: 0, more: false, count: 0, head: 0 })
      expect(hex(digest)).toBe('00'.repeat(16))
    })

    it('[S4] gives what changed after the cursor in version order, each document once, as it is now', async () => {
      await device.push(put(1), put(2), put(3))
      await device.push(put(2, 20, 2))
      expect(numbers(await device.pull())).toEqual([1, 3, 4])
      expect(numbers(await device.pull(1))).toEqual([3, 4])
      expect(numbers(await device.pull(3))).toEqual([4])
      expect(numbers(await device.pull(4))).toEqual([])
    })

    it("[S4] leaves out the request's own writes, and its cursor is the head when nothing is left", async () => {
      const { changes, cursor, more, head } = await device.exchange({ cursor: 3, push: [put(5), put(1, 10, 1)] })
      expect(numbers(changes)).toEqual([4])
      expect({ cursor, more, head }).toEqual({ cursor: 6, more: false, head: 6 })
    })

    it('[S4] with more to come has the version of its last change as cursor', async () => {
      const { changes, cursor, more, head } = await device.exchange({ pageDocuments: 2, push: [put(6)] })
      expect({ versions: numbers(changes), cursor, more, head }).toEqual({
        versions: [3, 4],
        cursor: 4,
        more: true,
        head: 7,
      })
    })

    it('[S4] gives exchanges that run at once versions of their own, and a reader of any moment no gap', async () => {
      await anew()
      const stores = [subject().store, subject().otherProcess ?? subject().store]
      const devices = stores.map((store) => deviceOf(store, account))
      const seen = new Map<number, string>()
      let cursor = 0
      let writing = true
      const read = async () => {
        for (let more = true; writing || more; ) {
          const page = await device.exchange({ cursor, pageDocuments: 7 })
          for (const { version, key } of page.changes) seen.set(version, key)
          ;({ cursor, more } = page)
        }
      }
      const reading = read()
      const written = await Promise.all(
        Array.from({ length: 40 }, (_, n) => devices[n % 2]?.push(put(2 * n), put(2 * n + 1))),
      )
      writing = false
      await reading
      // The last page read may be from before the last write.
      await read()
      const versions = written.flatMap((results) =>
        (results ?? []).map((result) => 'version' in result && result.version),
      )
      expect(versions.toSorted((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 80 }, (_, n) => n + 1))
      expect([...seen.keys()]).toEqual(Array.from({ length: 80 }, (_, n) => n + 1))
    })
  })

  describe('an epoch that is not the own', () => {
    beforeAll(anew)

    it.each(['', 'of another server'])('[S6] (%j) counts bases and cursor as 0', async (epoch) => {
      await anew()
      await device.push(put(1), put(2))
      const push = [put(1, 11, 1), put(2), put(3, 3, 7)]
      const { results, changes, ...answer } = await device.exchange({ epoch, cursor: 2, push })
      expect(results).toEqual([
        { key: keyOf(1), status: 'conflict', version: 1, envelope: expect.anything() },
        ok(2, 2),
        ok(3, 3),
      ])
      expect(numbers(changes)).toEqual([1])
      expect(answer.epoch).not.toBe(epoch)
      expect(answer.cursor).toBe(3)
    })
  })

  it('knows only its own account', async () => {
    await anew()
    await device.push(put(1), put(2))
    const other = deviceOf(subject().store, await newAccount(subject().store))
    expect(await other.exchange()).toMatchObject({ changes: [], count: 0, head: 0 })
    expect(await other.push(put(1, 50))).toEqual([ok(1, 1)])
    expect((await device.pull()).map(({ envelope }) => hex(envelope))).toEqual([hex(sealed(1)), hex(sealed(2))])
  })
}
