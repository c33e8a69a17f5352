import 'fake-indexeddb/auto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commit } from '../../store/commit.ts'
import { textKeyOf } from '../../store/edited-document.ts'
import { turnOffSync, turnOnSync } from '../../store/sync-switch.ts'
import { good, testDatabase } from '../../store/test-database.ts'
import { testKeys } from '../../store/test-keys.ts'
import { deriveKeys } from '../vault/derive-keys.ts'
import { openVault } from '../vault/make-vault.ts'
import { makeVaultKey } from '../vault/vault-key.ts'
import { histories } from './histories-contract.ts'
import { type Breakage, memoryReplica } from './memory-replica.ts'
import { type ModelDevice, type ModelOptions, noHappenings, runHistory } from './model-world.ts'
import { PINNED, type PinnedName } from './pinned-histories.ts'
import { storeReplica } from './store-replica.ts'
import { testVault } from './test-vault.ts'

/** `npm run soak` runs more, with a seed of its own. */
const HISTORIES = Number(process.env['OWNIT_HISTORIES'] ?? 300)
const SEED = Number(process.env['OWNIT_SEED'] ?? 20_261_127)

const HOUR = 3_600_000
const NAMES = Object.keys(PINNED).filter((name): name is PinnedName => name in PINNED)

const inMemory =
  (broken?: (pause: () => Promise<void>) => Breakage): ModelOptions['open'] =>
  async (now, pause): Promise<ModelDevice> => {
    const replica = memoryReplica({ now, ...(broken === undefined ? {} : { broken: broken(pause) }) })
    return {
      replica,
      edit: async (collection, id, fields) => {
        replica.edit(collection, id, fields)
      },
      documents: async () => [...replica.documents.values()],
      marks: async () => new Set(replica.unsent.keys()),
      turn: async (on) => (on ? replica.turnOn() : replica.turnOff()),
      close: () => {},
    }
  }

const inStore: ModelOptions['open'] = async (now) => {
  const world = testDatabase()
  const { db } = world
  Object.defineProperty(db, 'now', { value: now })
  return {
    replica: storeReplica(db),
    edit: async (collection, id, fields) => {
      good(await commit(db, { kind: 'edit', label: 'x', edits: [{ collection, id, fields }] }))
    },
    documents: async () => (await db.documents.toArray()).map((document) => ({ ...document })),
    marks: async () => new Set((await db.outbox.toArray()).map(textKeyOf)),
    turn: async (on) => {
      good(await (on ? turnOnSync(db, { account: 'a', keys: await testKeys() }) : turnOffSync(db)))
    },
    close: () => db.close(),
  }
}

const realVault = async () => {
  const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  return openVault({ accountId: 'a', keys: await deriveKeys(makeVaultKey(randomBytes)), randomBytes })
}

const fast = { vault: async () => testVault(), open: inMemory() }

const holds = (options: Omit<ModelOptions, 'devices'>, happenings = noHappenings()) =>
  fc.asyncProperty(histories, async ({ devices, history: operations }) => {
    expect(await runHistory(operations, { ...options, devices }, happenings)).toEqual([])
  })

describe('whatever happens, once everything is delivered all devices and the server hold the same and nothing is lost', () => {
  it('[D1] [D2] [D6] [C5] [S6] [S7] in memory, over thousands of troubles', { timeout: HOUR }, async () => {
    const happenings = noHappenings()
    await fc.assert(holds(fast, happenings), { numRuns: HISTORIES, seed: SEED })
    for (const [what, times] of Object.entries(happenings)) expect([what, times > HISTORIES / 30]).toEqual([what, true])
  })

  it('[E7] with the vault itself, and the server is told nothing', { timeout: HOUR }, async () => {
    await fc.assert(holds({ vault: realVault, open: inMemory() }), {
      numRuns: Math.ceil(HISTORIES / 10),
      seed: SEED + 1,
    })
  })

  it('over the store itself', { timeout: HOUR }, async () => {
    await fc.assert(holds({ ...fast, open: inStore }), { numRuns: Math.ceil(HISTORIES / 30), seed: SEED + 2 })
  })
})

describe('a history that shows a mistake', () => {
  it.each(NAMES)('ends well: %s', async (name) => {
    for (const open of [inMemory(), inStore])
      expect(await runHistory(PINNED[name].history, { ...fast, open, devices: PINNED[name].devices })).toEqual([])
  })
})

describe('a mistake is noticed', () => {
  const broken = (how: (pause: () => Promise<void>) => Breakage) => ({ ...fast, open: inMemory(how) })
  const merge: Breakage['merge'] = (_, theirs) => ({ after: theirs, owes: false })
  const mistakes: readonly [string, PinnedName, Omit<ModelOptions, 'devices'>][] = [
    ['a merge that takes theirs', 'an edit made before another device was heard of', broken(() => ({ merge }))],
    [
      'a server that ignores the base',
      'an edit of both devices while each of them sends',
      { ...fast, ignoresBase: true },
    ],
    [
      'a mark that goes whatever was written',
      'an edit while the one before is on its way, and then the storage lost',
      broken(() => ({ clearsAnyToken: true })),
    ],
    ['a cursor saved before its page', 'a crash while a page is written', broken((pause) => ({ afterCursor: pause }))],
    [
      'a base newer than what is sent on it',
      'a page sealed while the one before brings a change to what is in it',
      broken(() => ({ anyBase: true })),
    ],
    [
      'a clock put right over what others know',
      'a lost answer, and a clock that was two years ahead for a while',
      broken(() => ({ forgetsShared: true })),
    ],
  ]

  it.each(mistakes)('%s, in the history made for it', async (_, name, options) => {
    const { devices, history } = PINNED[name]
    expect(await runHistory(history, { ...options, devices })).not.toEqual([])
  })

  it.each(mistakes.slice(0, 4))('%s, in any histories', { timeout: HOUR }, async (_, _name, options) => {
    const found = await fc.check(holds(options), { numRuns: 1000, seed: SEED, endOnFailure: true })
    expect(found.failed).toBe(true)
  })
})
