import type { Meanwhile, Operation, Trouble } from './model-world.ts'

/** A history that is run every time, under the name of the mistake that it shows. */
export interface PinnedHistory {
  readonly devices: number
  readonly history: readonly Operation[]
}

const on = (...devices: number[]) => devices.map((device): Operation => ({ kind: 'turn', device, on: true }))
const edit = (device: number, documents: number[], field = 0): Operation => ({
  ...{ kind: 'edit', device, documents, fields: [field], deletes: true },
})
const editHere = (at: number, documents: number[]): Meanwhile => ({ at, kind: 'edit', documents, fields: [0] })
const sync = (device: number, meanwhile: readonly Meanwhile[] = [], troubles: readonly Trouble[] = []): Operation => ({
  ...{ kind: 'sync', device, troubles, meanwhile },
})
const setClock = (at: number, device: number, wrong: number): Meanwhile => ({
  ...{ at, kind: 'do', operation: { kind: 'set-clock', device, wrong } },
})

/** As small as the model test makes them. The places `at` which something happens are calls of a run. */
export const PINNED = {
  'an edit made before another device was heard of': {
    devices: 2,
    history: [...on(0, 1), edit(1, [0]), sync(0), edit(0, [0], 1)],
  },
  'an edit of both devices while each of them sends': {
    devices: 3,
    history: [
      ...on(0, 1),
      sync(1),
      edit(1, [0]),
      sync(0),
      edit(0, [0]),
      sync(0, [editHere(1, [0])]),
      sync(1, [{ at: 1, kind: 'do', operation: edit(0, [0]) }]),
    ],
  },
  'an edit while the one before is on its way, and then the storage lost': {
    devices: 2,
    history: [
      ...on(0, 1),
      sync(1, [{ at: 1, kind: 'do', operation: edit(0, [0]) }]),
      sync(0, [editHere(7, [0])]),
      { kind: 'lose-storage', device: 0 },
    ],
  },
  'a crash while a page is written': {
    devices: 2,
    history: [...on(0, 1), edit(0, [0]), sync(0), sync(1, [{ at: 4, kind: 'crash', after: true }]), sync(0)],
  },
  'a page sealed while the one before brings a change to what is in it': {
    devices: 2,
    history: [
      ...on(0, 1),
      sync(1),
      edit(1, [3]),
      edit(0, [2, 0]),
      sync(0, [editHere(1, [0])]),
      edit(0, [0]),
      sync(1, [editHere(1, [0, 2, 1])]),
    ],
  },
  'a lost answer, and a clock that was two years ahead for a while': {
    devices: 2,
    history: [
      ...on(0, 1),
      edit(0, [0]),
      sync(0),
      sync(0, [setClock(1, 0, 2 * 365 * 86_400_000), setClock(4, 0, 0)], ['drop-response']),
      edit(0, [0], 1),
      sync(0),
    ],
  },
} satisfies Record<string, PinnedHistory>

export type PinnedName = keyof typeof PINNED
