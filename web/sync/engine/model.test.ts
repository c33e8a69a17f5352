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
import { type Breakage, memoryReplica } from './memory-replica.ts'
import {
  type Meanwhile,
  type ModelDevice,
  type ModelOptions,
  noHappenings,
  type Operation,
  runHistory,
  type Trouble,
} from './model-world.ts'
import { storeReplica } from './store-replica.ts'
import { testVault } from './test-vault.ts'

/** `npm run soak` runs more, with a seed of its own. */
const HISTORIES = Number(process.env['OWNIT_HISTORIES'] ?? 300)
const SEED = Number(process.env['OWNIT_SEED'] ?? 20_261_127)

const YEAR = 365 * 86_400_000
const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** The first two meet most. */
const device = fc.constantFrom(0, 0, 0, 1, 1, 1, 2, 3, 4)
const documents = fc.oneof(fc.constantFrom([0], [1]), fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 5 }))
const fields = fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 2 })
const edit: fc.Arbitrary<Operation> = fc.record({
  kind: fc.constant('edit' as const),
  device,
  documents,
  fields,
  deletes: fc.nat(9).map((chance) => chance === 0),
})
const setClock: fc.Arbitrary<Operation> = fc.record({
  kind: fc.constant('set-clock' as const),
  device,
  wrong: fc.constantFrom(0, 0, 50_000, 2 * MINUTE, -2 * MINUTE, 2 * YEAR, -2 * YEAR, 10 * YEAR, -10 * YEAR),
})
const pass: fc.Arbitrary<Operation> = fc.record({
  kind: fc.constant('pass' as const),
  ms: fc.constantFrom(1, 1000, 5 * MINUTE, 3 * 3_600_000),
})
const trouble = fc.constantFrom<Trouble>(
  'none',
  'none',
  'drop-request',
  'drop-response',
  'duplicate',
  'late',
  'too-large',
)
const sync = (meanwhile: fc.Arbitrary<readonly Meanwhile[]>): fc.Arbitrary<Operation> =>
  fc.record({
    kind: fc.constant('sync' as const),
    device,
    troubles: fc.oneof(fc.constant([]), fc.array(trouble, { maxLength: 4 })),
    meanwhile,
  })
/** A run of two pages makes some twenty calls. */
const call = fc.integer({ min: 1, max: 20 })
const during: fc.Arbitrary<Meanwhile> = fc.oneof(
  fc.record({ at: call, kind: fc.constant('crash' as const), after: fc.boolean() }),
  fc.record({ at: call, kind: fc.constant('edit' as const), documents, fields }),
  fc.record({
    at: call,
    kind: fc.constant('do' as const),
    operation: fc.oneof(
      { weight: 3, arbitrary: edit },
      { weight: 2, arbitrary: sync(fc.constant([])) },
      setClock,
      pass,
    ),
  }),
)
const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 8, arbitrary: edit },
  { weight: 8, arbitrary: sync(fc.oneof(fc.constant([]), fc.array(during, { minLength: 1, maxLength: 4 }))) },
  { weight: 2, arbitrary: setClock },
  { weight: 1, arbitrary: pass },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('lose-storage' as const), device }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('turn' as const), device, on: fc.constantFrom(true, true, false) }),
  },
  { weight: 2, arbitrary: fc.constant<Operation>({ kind: 'back-up' }) },
  { weight: 2, arbitrary: fc.constant<Operation>({ kind: 'restore' }) },
  { weight: 1, arbitrary: fc.constant<Operation>({ kind: 'late-request-arrives' }) },
)
/** Most devices are on from the beginning. */
const history = fc
  .tuple(fc.constantFrom([0, 1], [0, 1, 2, 3, 4], [1]), fc.array(operation, { minLength: 4, maxLength: 40 }))
  .map(([on, operations]): Operation[] => [
    ...on.map((each): Operation => ({ kind: 'turn', device: each, on: true })),
    ...operations,
  ])
const histories = fc.record({ devices: fc.integer({ min: 2, max: 5 }), history })

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
    await fc.assert(holds({ ...fast, open: inStore }), { numRuns: Math.ceil(HISTORIES / 15), seed: SEED + 2 })
  })
})

describe('a mistake is noticed', () => {
  /** Most show in the first twenty histories; what needs a lost answer and a clock that jumps, in the first thousand. */
  const MOST = 3000

  const breakages: [string, Omit<ModelOptions, 'devices'>][] = [
    ['a merge that takes theirs', broken(() => ({ merge: (_, theirs) => ({ after: theirs, owes: false }) }))],
    ['a server that ignores the base', { ...fast, ignoresBase: true }],
    ['a mark that goes whatever was written', broken(() => ({ clearsAnyToken: true }))],
    ['a cursor saved before its page', broken((pause) => ({ afterCursor: pause }))],
    ['a base newer than what is sent on it', broken(() => ({ anyBase: true }))],
    ['a clock put right over what others know', broken(() => ({ forgetsShared: true }))],
  ]

  it.each(breakages)('%s', { timeout: 120_000 }, async (_, options) => {
    const found = await fc.check(holds(options), { numRuns: MOST, seed: SEED, endOnFailure: true })
    expect(found.failed).toBe(true)
  })

  function broken(how: (pause: () => Promise<void>) => Breakage): Omit<ModelOptions, 'devices'> {
    return { ...fast, open: inMemory(how) }
  }
})
