import { plainTextOf } from '../../web/sync/vault/plain-text.ts'
import type { Bench } from '../bench.ts'
import { median } from '../statistics.ts'
import { BareServer, type BareText, barePull, barePush } from './bare.ts'
import { type BenchDevice, benchDevice, newVaultKeys } from './device.ts'
import { SyncServer } from './sync-server.ts'
import { tenYearsOfDocuments } from './ten-years-documents.ts'

const RUNS = 5
const documents = tenYearsOfDocuments()

/**
 * Ten years of documents sent by one device and taken by a new one, each over the same envelopes named and sealed, or
 * opened, by bare WebCrypto and moved by bare fetch to a bare server. In Node and with documents in memory on both sides:
 * this is what the protocol costs over what no implementation of it can do without. And what all that takes on the server's
 * disk, over the sealed bytes.
 */
export const syncPushBench: Bench = async () => {
  const [server, bare] = [await SyncServer.start(), await BareServer.start()]
  const times = { push: [] as number[], bootstrap: [] as number[], barePush: [] as number[], barePull: [] as number[] }
  let sealedBytes = 0
  for (let run = -1; run < RUNS; run += 1) {
    const [a, b] = await server.newAccount()
    const keys = await newVaultKeys()
    const [first, second] = [filledDevice(benchDevice(a, keys)), benchDevice(b, keys)]
    second.replica.turnOn()
    const texts = bareTexts(first)
    const account = `account-${run}`
    const push = await timed(() => first.sync())
    const floorPush = await timed(() => barePush(bare.url, account, keys, texts))
    const bootstrap = await timed(() => second.sync())
    const floorPull = await timed(() => barePull(bare.url, account, keys))
    if (second.replica.documents.size !== documents.length) throw new Error('the second device has not everything')
    sealedBytes += texts.reduce((sum, { text }) => sum + text.length + ENVELOPE_BYTES, 0)
    // The first run finds nothing compiled.
    if (run < 0) continue
    times.push.push(push)
    times.bootstrap.push(bootstrap)
    times.barePush.push(floorPush)
    times.barePull.push(floorPull)
  }
  await bare.stop()
  const storedBytes = await server.stop()
  return [
    ratio('sync-push-over-floor', times.push, times.barePush),
    ratio('sync-bootstrap-over-floor', times.bootstrap, times.barePull),
    {
      name: 'sync-stored-over-sealed',
      value: storedBytes / sealedBytes,
      detail: `${(storedBytes / (RUNS + 1) / documents.length).toFixed(0)} bytes a document`,
    },
  ]
}

/** Format, key id, IV and tag. */
const ENVELOPE_BYTES = 30

function ratio(name: string, ours: readonly number[], floor: readonly number[]) {
  return { name, value: median(ours) / median(floor), detail: `${round(ours)} ms over ${round(floor)} ms` }
}

const round = (times: readonly number[]) => `${median(times).toFixed(0)}`

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** With ten years in it, and nothing of that sent. */
function filledDevice(device: BenchDevice): BenchDevice {
  for (const { collection, id, fields } of documents) device.replica.edit(collection, id, fields)
  device.replica.turnOn()
  return device
}

const bareTexts = (device: BenchDevice): BareText[] =>
  [...device.replica.documents.values()].map((document) => ({
    name: new TextEncoder().encode(`${document.collection}\0${document.id}`),
    text: plainTextOf(document),
  }))
