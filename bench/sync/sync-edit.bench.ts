import { addDays, type CivilDate } from '../../shared/calendar/civil-date.ts'
import type { Bench } from '../bench.ts'
import { median, quantile } from '../statistics.ts'
import { CountingProxy } from './counting-proxy.ts'
import { benchDevice, newVaultKeys } from './device.ts'
import { pokeStream } from './poke-stream.ts'
import { SyncServer } from './sync-server.ts'
import { dayOf } from './ten-years-documents.ts'

const WARM_UP = 10
const EDITS = 60
const TODAY = '2026-11-27' as CivilDate

/**
 * From an edit on one device until another one, whose event stream stands, holds it: sealing, the exchange, the poke, the
 * other's exchange, opening and merging, in Node with documents in memory. And what one edit puts on the wire: the whole
 * exchange of the device that made it, headers included.
 */
export const syncEditBench: Bench = async () => {
  const server = await SyncServer.start()
  const proxy = await CountingProxy.before(server.url)
  const [a, b] = await server.newAccount()
  const keys = await newVaultKeys()
  const [first, second] = [benchDevice({ ...a, url: proxy.url }, keys), benchDevice(b, keys)]
  for (const device of [first, second]) device.replica.turnOn()
  const { collection, fields } = dayOf(TODAY, 0)
  for (let day = 0; day < EDITS; day += 1) first.replica.edit(collection, addDays(TODAY, -day), fields)
  await first.sync()
  await second.sync()

  let arrived: () => void = () => undefined
  const events = await pokeStream(b, () => void second.sync().then(() => arrived()))
  const [times, bytes]: [number[], number[]] = [[], []]
  for (let edit = -WARM_UP; edit < EDITS; edit += 1) {
    const id = addDays(TODAY, -Math.abs(edit))
    const seen = new Promise<void>((resolve) => {
      arrived = resolve
    })
    const [before, from] = [proxy.passed, performance.now()]
    first.replica.edit(collection, id, { steps: 10_000 + edit })
    await first.sync()
    const passed = proxy.passed - before
    await seen
    const taken = performance.now() - from
    if (second.replica.documents.get(`${collection}\0${id}`)?.fields['steps'] !== 10_000 + edit)
      throw new Error('the edit has not arrived')
    if (edit < 0) continue
    times.push(taken)
    bytes.push(passed)
  }
  await events.stop()
  await proxy.stop()
  await server.stop()
  return [
    { name: 'sync-edit-latency-p50', value: median(times), detail: `p95 ${quantile(times, 0.95).toFixed(1)} ms` },
    { name: 'sync-edit-bytes', value: median(bytes), detail: `at most ${Math.max(...bytes)}` },
  ]
}
