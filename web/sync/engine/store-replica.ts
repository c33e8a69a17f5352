import { fail, ok, type Result } from '../../../shared/result/result.ts'
import type { EnvelopeKey } from '../../../shared/sync/messages.ts'
import { applyRemote, highestStamp } from '../../store/apply-remote.ts'
import { withConnection } from '../../store/connection.ts'
import { correctClock } from '../../store/correct-clock.ts'
import type { Database, DocumentKey } from '../../store/database.ts'
import { textKeyOf } from '../../store/edited-document.ts'
import { readClockOffset, readShared, writeShared } from '../../store/meta.ts'
import { markEverything } from '../../store/outbox.ts'
import { outgoing } from '../../store/outgoing.ts'
import { PullLosses } from '../../store/pull-losses.ts'
import { readVersions } from '../../store/remote-versions.ts'
import { storedDocuments } from '../../store/stored-documents.ts'
import type { SyncProgressRow } from '../../store/sync-rows.ts'
import { forgetServer, noProgress, syncAccountRow } from '../../store/sync-switch.ts'
import type { Position, Replica, ReplicaProblem, ReplicaState } from './replica.ts'

/** The documents of this device's database, for the engine. One for a process: it remembers what pulls delete. */
export function storeReplica(db: Database): Replica {
  const losses = new PullLosses()

  function transact<Value>(
    mode: 'r' | 'rw',
    work: () => Promise<Result<Value, ReplicaProblem>>,
  ): Promise<Result<Value, ReplicaProblem>> {
    return withConnection(db, () => db.transaction(mode, db.tables, work)).then((done) =>
      done.ok ? done.value : fail({ kind: 'storage', problem: done.failure }),
    )
  }

  /** Works on the device's progress, if it still stands where the run believes. */
  function goOn<Value>(from: Position, work: (progress: SyncProgressRow) => Promise<Value>) {
    return transact('rw', async () => {
      const [account, progress] = [await syncAccountRow(db), await progressRow(db)]
      const stands = account?.turn === from.turn && progress.epoch === from.epoch && progress.cursor === from.cursor
      return stands ? ok(await work(progress)) : SUPERSEDED
    })
  }

  return {
    begin: () =>
      transact('r', async () => {
        const account = await syncAccountRow(db)
        return account === undefined ? SUPERSEDED : ok(await stateOf(db, account.turn, await progressRow(db)))
      }),

    take: (after, limit) =>
      transact('rw', async () => {
        const from: DocumentKey = after === undefined ? ['', ''] : [after.collection, after.id]
        const marks = await db.outbox.where('[collection+id]').above(from).limit(limit).toArray()
        const stored = await storedDocuments(db, marks)
        const unsent = marks.map(({ collection, id, token }) => {
          const document = stored.get(textKeyOf({ collection, id }))
          return { collection, id, token, document: document === undefined ? undefined : outgoing(document) }
        })
        const highest = highestStamp(unsent.flatMap(({ document }) => document ?? []))
        if (highest > (await readShared(db))) await writeShared(db, highest)
        return ok(unsent)
      }),

    bases: (questions) =>
      transact('r', async () => {
        const marks = await db.outbox.bulkGet(questions.map(({ collection, id }): DocumentKey => [collection, id]))
        const keys = questions.filter(({ token }, index) => marks[index]?.token === token).map(({ key }) => key)
        const versions = await readVersions(db, keys)
        return ok(new Map(keys.map((key): [EnvelopeKey, number] => [key, versions.get(key) ?? 0])))
      }),

    apply: (from, page) =>
      goOn(from, async (progress) => stateOf(db, from.turn, await applyRemote(db, progress, page, losses))),

    startOver: (from, epoch, comparedAt) =>
      goOn(from, async () => {
        const progress = { ...noProgress(epoch), comparedAt }
        await forgetServer(db)
        await db.sync.put(progress)
        await markEverything(db)
        return stateOf(db, from.turn, progress)
      }),

    correctClock: (from, offset) => goOn(from, () => correctClock(db, offset)),

    quarantined: (limit) => transact('r', async () => ok(await db.quarantine.limit(limit).toArray())),

    finish: (turn, { trouble, refused }) =>
      transact('rw', async () => {
        const report = await db.sync.get('report')
        if ((await syncAccountRow(db))?.turn !== turn || report?.name !== 'report') return SUPERSEDED
        const at = db.now()
        const problem = trouble === undefined ? undefined : { kind: trouble, at }
        const lastSuccessAt = trouble === undefined ? at : report.lastSuccessAt
        await db.sync.put({ ...report, lastSuccessAt, problem, refused })
        return ok(undefined)
      }),
  }
}

const SUPERSEDED = fail<ReplicaProblem>({ kind: 'superseded' })

async function progressRow(db: Database): Promise<SyncProgressRow> {
  const row = await db.sync.get('progress')
  return row?.name === 'progress' ? row : noProgress('')
}

async function stateOf(db: Database, turn: string, progress: SyncProgressRow): Promise<ReplicaState> {
  const [unsent, keys, clockOffset] = await Promise.all([
    db.outbox.count(),
    db.quarantine.toCollection().primaryKeys(),
    readClockOffset(db),
  ])
  const { epoch, cursor, digest, comparedAt } = progress
  return { turn, epoch, cursor, unsent, digest, comparedAt, clockOffset, quarantined: new Set(keys as EnvelopeKey[]) }
}
