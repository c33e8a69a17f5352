import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { syncResponseSchema } from '../../shared/sync/messages.ts'
import { LIMITS, PATHS, PROTOCOL_VERSION } from '../../shared/sync/protocol.ts'
import type { Bench } from '../bench.ts'
import { median, quantile } from '../statistics.ts'
import { BareServer } from './bare.ts'
import { type ReadyRequest, sendAll } from './load.ts'
import { type SignedIn, SyncServer } from './sync-server.ts'

const DEVICES = 100
const PUSHES = 12
const ROUNDS = 8
/** Rounds that are not counted: the first find nothing compiled. */
const WARM_UP = 2
/** Documents of one push. */
const PUSHED = 20
const ENVELOPE_BYTES = 320
const [FEW, MANY] = [100, 100_000]
const GROWTH_PUSHES = 120

/**
 * Pushes of 20 documents from 100 devices at once, each of an account of its own, against a bare server that runs the same
 * statements and nothing around them; both are sent what devices send, in gzip. What a push costs with 100 and with 100 000
 * documents in the account, in turns. And the most memory that the server's process held from the
 * first push to the last; while many sign up at once, hashing their passwords takes 32 MB for each of four.
 */
export const syncServerBench: Bench = async () => {
  const [server, bare] = [await SyncServer.start(), await BareServer.start()]
  const signedIn = await server.newAccounts(DEVICES + 2)
  await server.forgetPeak()
  const load = await loads(server, bare, signedIn.slice(2))
  const growth = await growthOf(server, signedIn)
  const memory = await server.peakMemory()
  await Promise.all([bare.stop(), server.stop()])
  return [...load, growth, { name: 'sync-server-memory', value: memory / 1_000_000 }]
}

async function loads(server: SyncServer, bare: BareServer, signedIn: readonly SignedIn[]) {
  const epoch = await epochOf(signedIn[0])
  const accounts = signedIn.map((device, index) => ({ device, name: `account-${index}`, keys: newKeys(PUSHED) }))
  const found = { rate: [] as number[], bareRate: [] as number[], p99: [] as number[], bareP99: [] as number[] }
  for (let round = 0; round < ROUNDS; round += 1) {
    const [ours, floor] = [[] as ReadyRequest[][], [] as ReadyRequest[][]]
    for (const { device, name, keys } of accounts) {
      const items = Array.from({ length: PUSHES }, (_, push) => itemsAt(keys, round * PUSHES + push))
      ours.push(items.map((push, at) => exchangeOf(device, epoch, (round * PUSHES + at) * PUSHED, push)))
      floor.push(items.map((push) => readyRequest('/', {}, { account: name, cursor: 0, push })))
    }
    const [real, least] = [await sendAll(server.url, ours), await sendAll(bare.url, floor)]
    if (round < WARM_UP) continue
    found.rate.push(real.rate)
    found.bareRate.push(least.rate)
    found.p99.push(quantile(real.waits, 0.99))
    found.bareP99.push(quantile(least.waits, 0.99))
  }
  const [rate, bareRate] = [median(found.rate), median(found.bareRate)]
  const [p99, bareP99] = [median(found.p99), median(found.bareP99)]
  return [
    {
      name: 'sync-server-bare-rate-over-rate',
      value: bareRate / rate,
      detail: `${bareRate.toFixed(0)} over ${rate.toFixed(0)} pushes of ${PUSHED} documents a second`,
    },
    {
      name: 'sync-server-p99-over-bare',
      value: p99 / bareP99,
      detail: `${p99.toFixed(0)} ms over ${bareP99.toFixed(0)} ms with ${DEVICES} devices waiting`,
    },
  ]
}

async function growthOf(server: SyncServer, [few, many]: readonly SignedIn[]) {
  if (few === undefined || many === undefined) throw new Error('no accounts')
  const epoch = await epochOf(few)
  const small = await filledAccount(server, few, epoch, FEW)
  const large = await filledAccount(server, many, epoch, MANY)
  const times = { small: [] as number[], large: [] as number[] }
  for (let push = 0; push < GROWTH_PUSHES; push += 1) {
    times.small.push(await small.push())
    times.large.push(await large.push())
  }
  const [at100, at100000] = [median(times.small), median(times.large)]
  return {
    name: 'sync-push-growth',
    value: at100000 / at100,
    detail: `${at100000.toFixed(2)} ms over ${at100.toFixed(2)} ms`,
  }
}

/** An account with so many documents; `push` replaces 20 of them, far apart, and answers the ms that took. */
async function filledAccount(server: SyncServer, device: SignedIn, epoch: string, count: number) {
  const keys = newKeys(count)
  const bases = keys.map((_, index) => index + 1)
  for (let at = 0; at < count; at += LIMITS.documents) {
    const push = keys.slice(at, at + LIMITS.documents).map((key) => newItem(key, 0))
    await sendAll(server.url, [[exchangeOf(device, epoch, at, push)]])
  }
  let head = count
  let next = 0
  return {
    async push(): Promise<number> {
      const push = Array.from({ length: PUSHED }, () => {
        next = (next + Math.ceil(count * 0.618)) % count
        const at = next
        const item = newItem(keys[at] ?? '', bases[at] ?? 0)
        head += 1
        bases[at] = head
        return item
      })
      const { waits } = await sendAll(server.url, [[exchangeOf(device, epoch, head - PUSHED, push)]])
      return median(waits)
    },
  }
}

const newKeys = (count: number) => Array.from({ length: count }, () => randomBytes(16).toString('base64url'))

const newItem = (key: string, base: number) => ({
  key,
  base,
  envelope: randomBytes(ENVELOPE_BYTES).toString('base64url'),
})

/** The `nth` push of these keys: the first writes, every later one replaces what the one before it wrote. */
const itemsAt = (keys: readonly string[], nth: number) =>
  keys.map((key, index) => newItem(key, nth === 0 ? 0 : (nth - 1) * keys.length + index + 1))

const exchangeOf = ({ cookie }: SignedIn, epoch: string, cursor: number, push: readonly object[]) =>
  readyRequest(PATHS.sync, { cookie }, { v: PROTOCOL_VERSION, epoch, cursor, push })

function readyRequest(path: string, headers: Readonly<Record<string, string>>, body: object): ReadyRequest {
  const zipped = gzipSync(JSON.stringify(body), { level: 6 })
  return {
    path,
    headers: {
      ...headers,
      'content-type': 'application/json',
      'content-encoding': 'gzip',
      'content-length': String(zipped.length),
      'accept-encoding': 'gzip, deflate, br',
    },
    body: zipped,
  }
}

async function epochOf(device: SignedIn | undefined): Promise<string> {
  if (device === undefined) throw new Error('no device')
  const response = await fetch(new URL(PATHS.sync, device.url), {
    method: 'POST',
    headers: { cookie: device.cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ v: PROTOCOL_VERSION, epoch: '', cursor: 0, push: [] }),
  })
  return syncResponseSchema.parse(await response.json()).epoch
}
