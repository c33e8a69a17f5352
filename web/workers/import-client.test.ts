import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { BUILT_IN_METRICS } from '../../shared/metric/catalogue.ts'
import type { Progress } from '../importer/index.ts'
import { NO_CHANGE } from '../store/commit.ts'
import { openDatabase } from '../store/database.ts'
import { readDays } from '../store/days.ts'
import { type Committed, onCommitted } from '../store/store-events.ts'
import { date, good, testDatabase } from '../store/test-database.ts'
import { undoChange } from '../store/undo.ts'
import { createImportClient, type ImportPort } from './import-client.ts'
import { PREVIEWED } from './import-messages.ts'
import { ImportService } from './import-service.ts'
import { openImportStore } from './import-store.ts'

const METRICS = BUILT_IN_METRICS

/** A client and a service joined without a thread: messages are copied as a worker's are. */
function joined(db = testDatabase().db, busily?: (work: () => Promise<unknown>) => Promise<unknown>) {
  const listeners: ((event: MessageEvent<unknown>) => void)[] = []
  let longest = 0
  const service = new ImportService(
    (response) => {
      const text = JSON.stringify(response)
      longest = Math.max(longest, text.length)
      queueMicrotask(() => {
        for (const listener of listeners) listener(new MessageEvent('message', { data: JSON.parse(text) }))
      })
    },
    () => Promise.resolve(openImportStore(db)),
    busily,
  )
  const port: ImportPort = {
    postMessage: (message: unknown) => void service.receive(message),
    addEventListener: (type: string, listener: unknown) => {
      if (type === 'message' && typeof listener === 'function') listeners.push((event) => void listener(event))
    },
    terminate: () => undefined,
  }
  return { client: createImportClient(port), db, longest: () => longest }
}

const csv = (text: string, name = 'weights.csv') => new File([text], name)

async function readFile(client: ReturnType<typeof joined>['client'], file: File) {
  const { layout } = good(await client.inspect(file, METRICS))
  return good(await client.read(file, layout, { metrics: METRICS }))
}

describe('the import client', () => {
  it('inspects, reads, plans and commits one file, and an undo takes all of it back', async () => {
    const { client, db } = joined()
    const file = csv('date,weight,steps\n2026-01-01,74.5,8000\n2026-01-02,74.2,-5\n')
    const heard: Committed[] = []
    const stop = onCommitted((event) => heard.push(event))
    const summary = await readFile(client, file)
    expect(summary).toMatchObject({ format: 'csv-wide', source: 'csv', rows: 2, values: 3, refusedCount: 1 })
    expect(good(await client.plan())).toEqual({ source: 'csv', added: 3, changedCount: 0, changed: [], same: 0 })
    const id = good(await client.commit())
    stop()
    expect(heard.at(-1)).toMatchObject({
      id,
      kind: 'import',
      label: 'Imported weights.csv',
      summary: { added: 3, refused: 1 },
    })
    expect(await readDays(db, date('2026-01-01'), date('2026-01-31'))).toHaveLength(2)
    good(await undoChange(db, id))
    const left = await readDays(db, date('2026-01-01'), date('2026-01-31'))
    expect(left.flatMap(({ fields }) => Object.values(fields)).filter((value) => value !== null)).toEqual([])
  })

  it('changes nothing when the same file comes twice, and shows old and new where a value differs', async () => {
    const { client } = joined()
    await readFile(client, csv('date,weight\n2026-01-01,74.5\n2026-01-02,74.2\n'))
    good(await client.plan())
    good(await client.commit())
    good(await client.plan())
    expect(good(await client.plan())).toMatchObject({ added: 0, changedCount: 0, same: 2 })
    expect(good(await client.commit())).toBe(NO_CHANGE)
    await readFile(client, csv('date,weight\n2026-01-01,75\n2026-01-02,74.2\n'))
    expect(good(await client.plan())).toMatchObject({
      changedCount: 1,
      changed: [{ date: '2026-01-01', metric: 'weight', before: 74.5, after: 75 }],
      same: 1,
    })
  })

  it('sends the page no more than it shows of a long file', async () => {
    const { client, longest } = joined()
    const rows = Array.from({ length: 9000 }, (_, index) => {
      const day = new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10)
      return index % 3 === 0 ? `${day},nothing at all` : `${day},74.5`
    })
    const summary = await readFile(client, csv(`date,weight\n${rows.join('\n')}\n`))
    expect(summary).toMatchObject({ values: 6000, refusedCount: 3000 })
    expect(summary.refused).toHaveLength(PREVIEWED)
    expect(longest()).toBeLessThan(60_000)
    expect((await client.refusedCsv()).split('\r\n')).toHaveLength(3002)
  })

  it('stops reading when asked to, and tells how far it is', async () => {
    const { client } = joined()
    const file = csv(`date,weight\n${'2026-01-01,74.5\n'.repeat(400_000)}`)
    const { layout } = good(await client.inspect(file, METRICS))
    const controller = new AbortController()
    const told: Progress[] = []
    const read = await client.read(file, layout, {
      metrics: METRICS,
      signal: controller.signal,
      onProgress: (progress) => {
        told.push(progress)
        controller.abort()
      },
    })
    expect(read).toMatchObject({ ok: false, failure: { kind: 'cancelled' } })
    expect(told[0]).toMatchObject({ totalBytes: file.size })
    expect(told[0]?.bytes).toBeLessThan(file.size / 2)
  })

  it('stops a reading that was cancelled while it still waited for its turn', async () => {
    let letGo = () => {}
    const turn = new Promise<void>((resolve) => {
      letGo = resolve
    })
    const { client } = joined(undefined, (work) => turn.then(work))
    const file = csv('date,weight\n2026-01-01,74.5\n')
    const { layout } = good(await client.inspect(file, METRICS))
    const controller = new AbortController()
    const read = client.read(file, layout, { metrics: METRICS, signal: controller.signal })
    controller.abort()
    letGo()
    expect(await read).toMatchObject({ ok: false, failure: { kind: 'cancelled' } })
  })

  it('tells others that the device is busy while it reads, plans and commits, and that it no longer is', async () => {
    let busy = 0
    let times = 0
    const { client } = joined(undefined, async (work) => {
      times++
      busy++
      try {
        return await work()
      } finally {
        busy--
      }
    })
    await readFile(client, csv('date,weight\n2026-01-01,74.5\n'))
    good(await client.plan())
    good(await client.commit())
    expect(times).toBe(3)
    await expect(client.plan().then(() => client.commit())).resolves.toMatchObject({ ok: true })
    expect(busy).toBe(0)
  })

  it('answers a file that is no CSV with a message, and says what went wrong in the worker', async () => {
    const { client } = joined()
    expect(await client.inspect(csv(''), METRICS)).toMatchObject({ ok: false, failure: { kind: 'empty' } })
    await expect(client.plan()).rejects.toThrow('before a file was read')
  })

  it('says why a plan cannot be made where the storage is closed', async () => {
    const db = openDatabase('closed-for-import')
    await db.open()
    db.close({ disableAutoOpen: true })
    const { client } = joined(db)
    await readFile(client, csv('date,weight\n2026-01-01,74.5\n'))
    expect(await client.plan()).toMatchObject({ ok: false, failure: { kind: 'connection' } })
  })
})
