import { base64urlnopad } from '@scure/base'
import type { Document } from '../../../shared/document/document.ts'
import { mergeDocuments } from '../../../shared/document/merge.ts'
import { fail, ok } from '../../../shared/result/result.ts'
import type { EnvelopeKey, SyncRequest } from '../../../shared/sync/messages.ts'
import { textKeyOf } from '../../store/edited-document.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { EditLedger, SECRET } from './edit-ledger.ts'
import { ModelServer } from './model-server.ts'
import type { Replica } from './replica.ts'
import { runSync } from './run-sync.ts'
import { type TestClock, testClock } from './test-device.ts'
import type { Transport } from './transport.ts'

/** What happens to one exchange on the network. */
export type Trouble = 'none' | 'drop-request' | 'drop-response' | 'duplicate' | 'late' | 'too-large'

/** What happens in the middle of a run, before its `at`-th call of the replica, the vault or the network. */
export type Meanwhile =
  | { readonly at: number; readonly kind: 'crash'; readonly after: boolean }
  | { readonly at: number; readonly kind: 'do'; readonly operation: Operation }
  /** An edit on the device that is running. */
  | {
      readonly at: number
      readonly kind: 'edit'
      readonly documents: readonly number[]
      readonly fields: readonly number[]
    }

/** `device` is taken modulo the number of devices, so that every history means something. */
export type Operation =
  | {
      readonly kind: 'edit'
      readonly device: number
      readonly documents: readonly number[]
      readonly fields: readonly number[]
      readonly deletes: boolean
    }
  | {
      readonly kind: 'sync'
      readonly device: number
      readonly troubles: readonly Trouble[]
      readonly meanwhile: readonly Meanwhile[]
    }
  | { readonly kind: 'set-clock'; readonly device: number; readonly wrong: number }
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'lose-storage'; readonly device: number }
  | { readonly kind: 'turn'; readonly device: number; readonly on: boolean }
  | { readonly kind: 'back-up' }
  | { readonly kind: 'restore' }
  | { readonly kind: 'late-request-arrives' }

/** A device of the model, over one of the replicas. */
export interface ModelDevice {
  readonly replica: Replica
  edit(collection: string, id: string, fields: Document['fields']): Promise<void>
  documents(): Promise<readonly Document[]>
  /** Whether a document is marked as not backed up, by `textKeyOf`. */
  marks(): Promise<ReadonlySet<string>>
  turn(on: boolean): Promise<void>
  close(): void
}

export interface ModelOptions {
  readonly devices: number
  readonly vault: () => Promise<OpenVault>
  /** Opens a device with nothing on it, off. `pause` lets a broken one be broken off in the middle of a call. */
  readonly open: (now: () => number, pause: () => Promise<void>) => Promise<ModelDevice>
  /** What is pushed is written, whatever it is based on. Only to see that it is noticed. */
  readonly ignoresBase?: boolean
}

/** What happened in a history, to see that it was about something. */
export type Happenings = Record<
  'edits' | 'runs' | 'crashes' | 'conflicts' | 'corrections' | 'epochs' | 'superseded' | 'meanwhile' | 'late',
  number
>

/** Documents that every device edits: days, an entry with a random id, and a collection of a newer version. */
const DOCUMENTS: readonly (readonly [collection: string, id: string])[] = [
  ['day', '2026-11-21'],
  ['day', '2026-11-22'],
  ['day', '2026-11-23'],
  ['mood', 'entry'],
  ['from-the-future', 'x'],
]
/** `unheard-of` is a field of a newer version. */
const FIELDS = ['weight', 'steps@phone', 'reflection', 'unheard-of']

const START = Date.UTC(2026, 10, 23, 12)
const HOUR = 3_600_000
/** Small, so that a few documents are several pages, of requests and of answers. */
const PAGE = 2
const ROUNDS = 4

/** The device stops where it is, and what it was about to do never happens. */
class Crash extends Error {}

interface Seat {
  device: ModelDevice
  /** A new one after each crash: what a process remembered is gone. */
  clock: TestClock
  on: boolean
}

/** Takes the steps of a history, then lets everything through, and answers what is wrong then. */
export async function runHistory(
  history: readonly Operation[],
  options: ModelOptions,
  happenings: Happenings = noHappenings(),
): Promise<string[]> {
  const world = new ModelWorld(options, await options.vault(), happenings)
  await world.open()
  try {
    for (const operation of history) await world.take(operation)
    return await world.settle()
  } finally {
    world.close()
  }
}

export const noHappenings = (): Happenings => ({
  ...{ edits: 0, runs: 0, crashes: 0, conflicts: 0, corrections: 0, epochs: 0, superseded: 0, meanwhile: 0, late: 0 },
})

class ModelWorld {
  readonly #options: ModelOptions
  readonly #vault: OpenVault
  readonly #happenings: Happenings
  readonly #server: ModelServer
  readonly #ledger = new EditLedger()
  readonly #time = { now: START }
  readonly #seats: Seat[] = []
  /** Everything that ever reached the server. */
  readonly #heard: SyncRequest[] = []
  readonly #late: SyncRequest[] = []
  /** What was written over what, since it was last looked at. */
  #replaced: { readonly key: EnvelopeKey; readonly before: string; readonly after: string }[] = []
  readonly #wrong: string[] = []
  #backup: ReturnType<ModelServer['backup']> | undefined
  /** Called where a broken replica may be broken off. */
  #pause: () => Promise<void> = async () => {}

  constructor(options: ModelOptions, vault: OpenVault, happenings: Happenings) {
    this.#options = options
    this.#vault = vault
    this.#happenings = happenings
    this.#server = new ModelServer({ page: PAGE, ignoresBase: options.ignoresBase ?? false })
  }

  async open(): Promise<void> {
    for (let index = 0; index < this.#options.devices; index++) {
      const seat = await this.#newSeat(testClock(this.#time))
      this.#seats.push(seat)
    }
  }

  close(): void {
    for (const { device } of this.#seats) device.close()
  }

  async take(operation: Operation): Promise<void> {
    this.#time.now += 10
    switch (operation.kind) {
      case 'edit':
        return this.#edit(this.#seat(operation.device), operation)
      case 'sync':
        await this.#sync(this.#seat(operation.device), operation)
        return this.#lookAround()
      case 'set-clock':
        this.#seat(operation.device).clock.wrong = operation.wrong
        return
      case 'pass':
        this.#time.now += operation.ms
        return
      case 'lose-storage':
        return this.#loseStorage(operation.device)
      case 'turn':
        return this.#turn(this.#seat(operation.device), operation.on)
      case 'back-up':
        this.#backup = this.#server.backup()
        return
      case 'restore':
        return this.#restore()
      case 'late-request-arrives': {
        const request = this.#late.shift()
        if (request !== undefined) this.#reach(request)
      }
    }
  }

  /** Everything is delivered, and everybody must hold the same. */
  async settle(): Promise<string[]> {
    for (const request of this.#late.splice(0)) this.#reach(request)
    for (const seat of this.#seats) await this.#turn(seat, true)
    for (let round = 0; round < ROUNDS; round++) {
      this.#time.now += 2 * HOUR
      for (const seat of this.#seats) await this.#sync(seat, { troubles: [], meanwhile: [] })
    }
    return [...this.#wrong, ...(await this.#disagreements()), ...(await this.#missing()), ...this.#told()]
  }

  async #edit(
    seat: Seat,
    { documents, fields, deletes }: Omit<Extract<Operation, { kind: 'edit' }>, 'kind' | 'device'>,
  ) {
    for (const index of documents) {
      const [collection, id] = DOCUMENTS[index % DOCUMENTS.length] ?? ['day', 'd']
      const held = await seat.device.documents()
      const before = held.find((document) => document.collection === collection && document.id === id)
      const written: Record<string, string | boolean> = deletes ? { deleted: true } : {}
      for (const field of fields.map((each) => FIELDS[each % FIELDS.length] ?? 'weight')) {
        const value = this.#ledger.nextValue()
        written[field] = value
        this.#ledger.note({ collection, id }, field, before, value)
      }
      this.#happenings.edits += 1
      await seat.device.edit(collection, id, written)
    }
  }

  async #sync(
    seat: Seat,
    { troubles, meanwhile }: Pick<Extract<Operation, { kind: 'sync' }>, 'troubles' | 'meanwhile'>,
  ): Promise<void> {
    this.#happenings.runs += 1
    const outer = this.#pause
    const steps = this.#interrupted(seat, meanwhile)
    this.#pause = () => steps(async () => {})
    const { clock, device } = seat
    const parts = {
      clock,
      pageDocuments: PAGE,
      replica: eachCall(device.replica, steps),
      vault: eachCall(this.#vault, steps),
      transport: eachCall(this.#network(troubles), steps),
    }
    try {
      const outcome = await runSync(parts, new AbortController().signal)
      if (outcome.kind === 'superseded') this.#happenings.superseded += 1
    } catch (error) {
      if (!(error instanceof Crash)) throw error
      this.#happenings.crashes += 1
      seat.clock = testClock(this.#time, seat.clock.wrong)
    }
    this.#pause = outer
  }

  /** Lets happen what happens meanwhile, before and after each call. */
  #interrupted(seat: Seat, meanwhile: readonly Meanwhile[]): Steps {
    let calls = 0
    let crashed = false
    return async (call) => {
      if (crashed) throw new Crash()
      calls += 1
      const now = meanwhile.filter(({ at }) => at === calls)
      for (const each of now) {
        if (each.kind !== 'crash') this.#happenings.meanwhile += 1
        if (each.kind === 'do') await this.take(each.operation)
        if (each.kind === 'edit') await this.#edit(seat, { ...each, deletes: false })
      }
      const crash = now.find((each) => each.kind === 'crash')
      if (crash?.kind === 'crash') {
        crashed = true
        if (crash.after) await call()
        throw new Crash()
      }
      const answer = await call()
      if (crashed) throw new Crash()
      return answer
    }
  }

  #network(troubles: readonly Trouble[]): Transport {
    let exchanges = 0
    return {
      exchange: async (request) => {
        const trouble = troubles[exchanges++] ?? 'none'
        switch (trouble) {
          case 'drop-request':
            return fail({ kind: 'offline' })
          case 'drop-response':
            this.#reach(request)
            return fail({ kind: 'offline' })
          case 'late':
            this.#happenings.late += 1
            this.#late.push(request)
            return fail({ kind: 'offline' })
          case 'too-large':
            return fail({ kind: 'too-large' })
          case 'duplicate':
            this.#reach(request)
            return ok(this.#reach(request))
          case 'none':
            return ok(this.#reach(request))
        }
      },
    }
  }

  #reach(request: SyncRequest) {
    this.#heard.push(request)
    if (request.epoch !== '' && request.epoch !== this.#server.epoch) this.#happenings.epochs += 1
    const before = this.#server.documents
    const backup = new Map(before)
    const response = this.#server.exchange(request, this.#time.now)
    for (const [key, { envelope }] of backup) {
      const after = before.get(key)?.envelope ?? ''
      if (after !== envelope) this.#replaced.push({ key, before: envelope, after })
    }
    this.#happenings.conflicts += response.results.filter(({ status }) => status === 'conflict').length
    return response
  }

  async #loseStorage(which: number): Promise<void> {
    const seat = this.#seat(which)
    seat.device.close()
    this.#seats[this.#seats.indexOf(seat)] = await this.#newSeat(testClock(this.#time, seat.clock.wrong))
    this.#ledger.lose(await this.#holdings())
  }

  async #restore(): Promise<void> {
    if (this.#backup === undefined) return
    this.#server.restore(this.#backup)
    this.#ledger.lose(await this.#holdings())
  }

  async #turn(seat: Seat, on: boolean): Promise<void> {
    if (seat.on !== on) await seat.device.turn(on)
    seat.on = on
  }

  async #newSeat(clock: TestClock): Promise<Seat> {
    const clocked = { clock }
    const device = await this.#options.open(
      () => clocked.clock.now(),
      () => this.#pause(),
    )
    return Object.assign(clocked, { device, on: false })
  }

  #seat(which: number): Seat {
    const seat = this.#seats[which % this.#seats.length]
    if (seat === undefined) throw new RangeError('A world without devices')
    return seat
  }

  async #holdings(): Promise<Iterable<Document>[]> {
    const server: Document[] = []
    for (const [key, { envelope }] of this.#server.documents) server.push(await this.#opened(key, envelope))
    return [server, ...(await Promise.all(this.#seats.map(({ device }) => device.documents())))]
  }

  async #opened(key: EnvelopeKey, envelope: string): Promise<Document> {
    const opened = await this.#vault.open(key, new Uint8Array(base64urlnopad.decode(envelope)))
    if (!opened.ok) throw new Error('The server holds what does not open')
    return opened.value
  }

  async #disagreements(): Promise<string[]> {
    const wrong: string[] = []
    const [server = '', ...devices] = (await this.#holdings()).map(textOf)
    devices.forEach((text, index) => {
      if (text !== server) wrong.push(`device ${index} holds\n${text}\nand the server\n${server}`)
    })
    const digest = base64urlnopad.encode(this.#server.digest())
    for (const [index, { device }] of this.#seats.entries()) {
      const state = await device.replica.begin()
      if (!state.ok || base64urlnopad.encode(state.value.digest) !== digest)
        wrong.push(`device ${index} has another digest`)
      else if (state.value.unsent > 0) wrong.push(`device ${index} has something to send`)
      else this.#happenings.corrections += state.value.clockOffset === 0 ? 0 : 1
    }
    return wrong
  }

  /** What must hold at every moment, not only when the devices have mended one another. */
  async #lookAround(): Promise<void> {
    for (const { key, before, after } of this.#replaced.splice(0))
      if (!holdsAll(await this.#opened(key, after), await this.#opened(key, before)))
        this.#wrong.push('the server was made to forget')
    const held = new Map<string, { readonly version: number; readonly document: Document }>()
    for (const [key, { version, envelope }] of this.#server.documents) {
      const document = await this.#opened(key, envelope)
      held.set(textKeyOf(document), { version, document })
    }
    for (const [index, { device }] of this.#seats.entries()) {
      const state = await device.replica.begin()
      // Of a server with another epoch a device knows nothing yet.
      if (!state.ok || state.value.epoch !== this.#server.epoch) continue
      const [documents, marks] = [await device.documents(), await device.marks()]
      for (const document of documents)
        if (!marks.has(textKeyOf(document)) && !holdsAll(held.get(textKeyOf(document))?.document, document))
          this.#wrong.push(`device ${index} takes for backed up what the server does not hold`)
      const own = new Map(documents.map((document) => [textKeyOf(document), document]))
      for (const [key, { version, document }] of held)
        if (version <= state.value.cursor && !holdsAll(own.get(key), document))
          this.#wrong.push(`device ${index} takes for applied what it does not hold`)
    }
  }

  async #missing(): Promise<string[]> {
    const [server = []] = await this.#holdings()
    return this.#ledger.missingFrom(server)
  }

  /** [E7] Nothing that reached the server says anything. */
  #told(): string[] {
    const words = [SECRET, ...FIELDS, ...DOCUMENTS.flat()].filter((word) => word.length > 4)
    return this.#heard.flatMap((request) => {
      const told = JSON.stringify(request) + request.push.map((item) => latin1.decode(bytesOf(item))).join('\n')
      return words.filter((word) => told.includes(word)).map((word) => `the server was told of ${word}`)
    })
  }
}

/** Whether everything that `part` says, or something later, stands in `whole`. */
const holdsAll = (whole: Document | undefined, part: Document) =>
  whole !== undefined && mergeDocuments(whole, part) === whole

const latin1 = new TextDecoder('latin1')

function bytesOf(item: unknown): Uint8Array {
  const envelope = typeof item === 'object' && item !== null && 'envelope' in item ? item.envelope : ''
  return base64urlnopad.decode(typeof envelope === 'string' ? envelope : '')
}

/** Documents as one text, whatever order they and their fields stand in. */
function textOf(documents: Iterable<Document>): string {
  const sorted = (object: object) => Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1))
  return [...documents]
    .map(({ collection, id, fields, stamps }) => JSON.stringify([collection, id, sorted(fields), sorted(stamps)]))
    .sort((a, b) => (a < b ? -1 : 1))
    .join('\n')
}

type Steps = <Value>(call: () => Promise<Value>) => Promise<Value>

/** The same port, with every call taken through `steps`. */
function eachCall<Port extends object>(port: Port, steps: Steps): Port {
  return new Proxy(port, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver)
      if (typeof member !== 'function') return member
      return (...inputs: unknown[]) => steps(async () => Reflect.apply(member, target, inputs))
    },
  })
}
