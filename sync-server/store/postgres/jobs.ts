import type { Sql } from 'postgres'
import type { JobRun, JobStore } from '../jobs-port.ts'
import { jobTransaction } from './job-transaction.ts'
import type { Types } from './own-transaction.ts'

/** The first of the two numbers of each job's lock; the second is made of its name. */
const JOB_LOCKS = 746_283_502

/**
 * Jobs of whichever process comes first. The lock belongs to a transaction, so it goes with the process that held it, and works
 * where connections are lent for one transaction; beside it the work has connections of its own.
 */
export const postgresJobs = (sql: Sql<Types>): JobStore => ({
  async slots() {
    const rows = await sql<{ name: string; slot: number }[]>`SELECT name, slot FROM job_runs`
    return new Map(rows.map(({ name, slot }) => [name, slot]))
  },
  run: (name, slot, work) =>
    jobTransaction(sql, async (transaction): Promise<JobRun> => {
      const [lock] = await transaction<{ held: boolean }[]>`
        SELECT pg_try_advisory_xact_lock(${JOB_LOCKS}, hashtext(${name})) AS held`
      if (lock?.held !== true) return 'elsewhere'
      const [run] = await transaction<{ slot: number }[]>`SELECT slot FROM job_runs WHERE name = ${name}`
      if (run !== undefined && run.slot >= slot) return 'done-before'
      await work()
      await transaction`
        INSERT INTO job_runs (name, slot) VALUES (${name}, ${slot})
        ON CONFLICT (name) DO UPDATE SET slot = excluded.slot`
      return 'done'
    }),
})
