import type { Database } from 'better-sqlite3'
import type { JobStore } from '../jobs-port.ts'

/** Jobs of the one process that has the database. */
export function sqliteJobs(database: Database): JobStore {
  const all = database.prepare<[], [string, number]>('SELECT name, slot FROM job_runs').raw()
  const slotOf = database.prepare<[name: string], number>('SELECT slot FROM job_runs WHERE name = ?').pluck()
  const done = database.prepare<[name: string, slot: number]>(
    'INSERT INTO job_runs (name, slot) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET slot = excluded.slot',
  )
  const running = new Set<string>()
  return {
    slots: async () => new Map(all.all()),
    async run(name, slot, work) {
      if (running.has(name)) return 'elsewhere'
      if ((slotOf.get(name) ?? Number.NEGATIVE_INFINITY) >= slot) return 'done-before'
      running.add(name)
      try {
        await work()
        done.run(name, slot)
        return 'done'
      } finally {
        running.delete(name)
      }
    },
  }
}
