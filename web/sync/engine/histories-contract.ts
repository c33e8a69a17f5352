import * as fc from 'fast-check'
import type { Meanwhile, Operation, Trouble } from './model-world.ts'

const YEAR = 365 * 86_400_000
const MINUTE = 60_000

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
/** Any history, of two to five devices. */
export const histories = fc.record({ devices: fc.integer({ min: 2, max: 5 }), history })
