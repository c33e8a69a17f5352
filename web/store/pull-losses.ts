import { type Document, isDeleted } from '../../shared/document/document.ts'
import type { Database } from './database.ts'
import { textKeyOf } from './edited-document.ts'
import type { Replacement } from './logged-months.ts'
import type { PullLoss } from './sync-rows.ts'
import { takeRecoveryPoint } from './take-recovery-point.ts'

/** Collections of fewer documents are never asked about. */
const SMALLEST_COLLECTION = 20
/** A pull that takes pages, or several runs because the other device is sending still, counts as one, in ms. */
const ONE_PULL_MS = 10 * 60_000

/**
 * [D7] Watches what pulls delete. Before over half of a collection of 20 or more is gone, a recovery point is taken, of the
 * state before the pull's first deletion, and the screen is told. Lives as long as the process: pages of one pull are
 * transactions of their own.
 */
export class PullLosses {
  /** What the pull has deleted, as it was before, by collection. */
  readonly #gone = new Map<string, Map<string, Document>>()
  readonly #told = new Set<string>()
  #last = 0

  /** Called in the transaction that is about to write `replacements`. */
  async beforeWrite(db: Database, replacements: readonly Replacement[]): Promise<void> {
    const touched = this.#note(replacements, db.now())
    for (const collection of touched) {
      const gone = this.#gone.get(collection) ?? new Map<string, Document>()
      if (this.#told.has(collection) || gone.size * 2 <= SMALLEST_COLLECTION) continue
      const page = new Set(replacements.map(({ after }) => textKeyOf(after)))
      const earlier = [...gone.keys()].filter((key) => !page.has(key)).length
      const before = (await countLive(db, collection)) + earlier
      if (before < SMALLEST_COLLECTION || gone.size * 2 <= before) continue
      await this.#tell(db, collection, gone.size)
    }
  }

  #note(replacements: readonly Replacement[], now: number): Set<string> {
    const touched = new Set<string>()
    for (const { before, after } of replacements) {
      const { collection } = after
      if (!isGone(after)) this.#gone.get(collection)?.delete(textKeyOf(after))
      else if (before !== undefined && !isGone(before)) {
        if (touched.size === 0 && Math.abs(now - this.#last) > ONE_PULL_MS) this.#forget()
        touched.add(collection)
        const gone = this.#gone.get(collection) ?? new Map<string, Document>()
        gone.set(textKeyOf(before), before)
        this.#gone.set(collection, gone)
      }
    }
    if (touched.size > 0) this.#last = now
    return touched
  }

  async #tell(db: Database, collection: string, deleted: number): Promise<void> {
    this.#told.add(collection)
    const before = new Map([...this.#gone.values()].flatMap((documents) => [...documents]))
    const point = await takeRecoveryPoint(db, 'another device deleted much', before)
    const report = await db.sync.get('report')
    if (point === undefined || report?.name !== 'report') return
    const loss: PullLoss = { point: point.id, collection, deleted, at: db.now() }
    await db.sync.put({ ...report, loss })
  }

  #forget(): void {
    this.#gone.clear()
    this.#told.clear()
  }
}

/** Deleted, or a day of which every value was cleared. */
function isGone(document: Document): boolean {
  return isDeleted(document) || Object.values(document.fields).every((value) => value === null)
}

async function countLive(db: Database, collection: string): Promise<number> {
  const documents = await db.documents
    .where('[collection+id]')
    .between([collection, ''], [collection, '\uffff'])
    .toArray()
  return documents.filter((document) => !isGone(document)).length
}
