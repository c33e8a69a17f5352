import type { Document } from '../../shared/document/document.ts'
import { plainTextOf } from '../../web/sync/vault/plain-text.ts'
import type { Bench } from '../bench.ts'
import { median } from '../statistics.ts'
import { BareServer, type BareText, barePull, barePush } from './bare.ts'
import { moveTenYears, timed } from './move-ten-years.ts'
import { SyncServer } from './sync-server.ts'

const RUNS = 5

/** Format, key id, IV and tag. */
const ENVELOPE_BYTES = 30

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
  let documentCount = 0
  for (let run = -1; run < RUNS; run += 1) {
    const { push, bootstrap, keys, documents } = await moveTenYears(server)
    const texts = documents.map(bareText)
    const account = `account-${run}`
    const floorPush = await timed(() => barePush(bare.url, account, keys, texts))
    const floorPull = await timed(() => barePull(bare.url, account, keys))
    sealedBytes += texts.reduce((sum, { text }) => sum + text.length + ENVELOPE_BYTES, 0)
    documentCount += documents.length
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
      detail: `${(storedBytes / documentCount).toFixed(0)} bytes a document`,
    },
  ]
}

function ratio(name: string, ours: readonly number[], floor: readonly number[]) {
  const [took, least] = [median(ours), median(floor)]
  return { name, value: took / least, detail: `${took.toFixed(0)} ms over ${least.toFixed(0)} ms` }
}

const bareText = (document: Document): BareText => ({
  name: new TextEncoder().encode(`${document.collection}\0${document.id}`),
  text: plainTextOf(document),
})
