import type { Sql } from 'postgres'
import * as z from 'zod'
import { localPokes } from '../local-pokes.ts'
import type { AccountId, Pokes } from '../ports.ts'
import type { Types } from './own-transaction.ts'

const CHANNEL = 'ownit_poke'

const payloadSchema = z.string().transform((account) => account as AccountId)

/**
 * [S9] Pokes that reach listeners on every process of the database, this one included, by LISTEN and NOTIFY. A connection
 * that is lost is made again, and then everybody is told, because pokes may have been missed. `onProblem` is told what
 * could not be sent: the devices then hear of it at their next occasion.
 */
export async function postgresPokes(sql: Sql<Types>, onProblem: (error: unknown) => void): Promise<Pokes> {
  const local = localPokes()
  let isFirst = true
  await sql.listen(
    CHANNEL,
    (payload) => local.publish(payloadSchema.parse(payload)),
    () => {
      if (!isFirst) local.publishAll()
      isFirst = false
    },
  )
  return {
    publish(account) {
      sql.notify(CHANNEL, account).catch(onProblem)
    },
    subscribe: local.subscribe,
  }
}
