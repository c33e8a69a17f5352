import { addDays, type CivilDate } from '../../shared/calendar/civil-date.ts'
import type { Bench } from '../bench.ts'
import { median } from '../statistics.ts'
import { type BenchDevice, benchDevice, newVaultKeys } from './device.ts'
import { SyncServer } from './sync-server.ts'
import { dayOf } from './ten-years-documents.ts'

const CONFLICTS = 1000
const RUNS = 5
const FIRST_DAY = '2020-01-01' as CivilDate
const ids = Array.from({ length: CONFLICTS }, (_, day) => addDays(FIRST_DAY, day))

/**
 * Two devices have each edited the same 1 000 documents offline: the same field differently, and a field of their own. From
 * then until both hold the same, one after the other, in Node with documents in memory.
 */
export const syncConflictsBench: Bench = async () => {
  const server = await SyncServer.start()
  const times: number[] = []
  for (let run = -1; run < RUNS; run += 1) {
    const [a, b] = await server.newAccount()
    const keys = await newVaultKeys()
    const [first, second] = [benchDevice(a, keys), benchDevice(b, keys)]
    for (const device of [first, second]) device.replica.turnOn()
    ids.forEach((id, day) => {
      first.replica.edit('day', id, dayOf(id, day).fields)
    })
    await first.sync()
    await second.sync()
    ids.forEach((id, day) => {
      first.replica.edit('day', id, { steps: 20_000 + day, sleep: 5 })
      second.replica.edit('day', id, { steps: 30_000 + day, weight: 60 })
    })
    const from = performance.now()
    await first.sync()
    await second.sync()
    await first.sync()
    const taken = performance.now() - from
    if (held(first) !== held(second)) throw new Error('the devices do not hold the same')
    if (run >= 0) times.push(taken)
  }
  await server.stop()
  return [
    {
      name: 'sync-conflicts-converge',
      value: median(times),
      detail: times.map((time) => time.toFixed(0)).join(' '),
    },
  ]
}

const held = ({ replica }: BenchDevice) =>
  JSON.stringify(ids.map((id) => Object.entries(replica.documents.get(`day\0${id}`)?.fields ?? {}).sort()))
