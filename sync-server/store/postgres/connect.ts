import postgres, { type Sql } from 'postgres'
import type { Types } from './own-transaction.ts'

const BIGINT = 20

/** Connections of one process. */
const MOST_CONNECTIONS = 10

/** A pool of connections to a database; nothing is connected until it is needed. */
export function connect(url: string, max = MOST_CONNECTIONS): Sql<Types> {
  return postgres(url, {
    max,
    connection: { application_name: 'ownit' },
    types: {
      bigint: { to: BIGINT, from: [BIGINT], serialize: (value: number) => String(value), parse: Number },
    },
    // Notices are what "if not exists" has to say.
    onnotice: () => undefined,
  })
}
