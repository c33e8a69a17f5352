import type { Sql } from 'postgres'
import { localPokes } from '../local-pokes.ts'
import type { Pokes } from '../ports.ts'
import type { Types } from './own-transaction.ts'

/** What pokes of accounts and of standings are sent by. */
export const POKE_CHANNEL = 'ownit_poke'
export const STANDINGS_CHANNEL = 'ownit_standings'

/**
 * [S9] Pokes that reach listeners on every process of the database, this one included, by LISTEN and NOTIFY. A connection
 * that is lost is made again, and then everybody is told, because pokes may have been missed. `onProblem` is told what
 * could not be sent: the devices then hear of it at their next occasion.
 */
export async function postgresPokes<Topic extends string>(
  sql: Sql<Types>,
  channel: string,
  onProblem: (error: unknown) => void,
): Promise<Pokes<Topic>> {
  const local = localPokes<Topic>()
  let isFirst = true
  await sql.listen(
    channel,
    // Sent below, or by another process: what is no topic of anybody's reaches nobody.
    (payload) => local.publish(payload as Topic),
    () => {
      if (!isFirst) local.publishAll()
      isFirst = false
    },
  )
  return {
    publish(topic) {
      sql.notify(channel, topic).catch(onProblem)
    },
    subscribe: local.subscribe,
  }
}
