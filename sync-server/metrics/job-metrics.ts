import { Counter, type Registry } from 'prom-client'

/** Counts what runs by the clock. */
export interface JobMetrics {
  run(job: string, outcome: string): void
  /** What became of the reminders of a run. */
  reminders(counts: Readonly<Record<string, number>>): void
}

const OUTCOMES = ['done', 'caught-up', 'failed']

/** There from the start, so that the first failure shows as a rise from 0. */
const REMINDER_OUTCOMES = ['sent', 'again', 'missed', 'refused', 'dead']

export function jobMetrics(jobs: readonly string[], registers: Registry[]): JobMetrics {
  const runs = new Counter({
    name: 'ownit_job_runs_total',
    help: 'Jobs that this process did by the clock, or could not do.',
    labelNames: ['job', 'outcome'],
    registers,
  })
  for (const job of jobs) for (const outcome of OUTCOMES) runs.inc({ job, outcome }, 0)
  const reminders = new Counter({
    name: 'ownit_reminders_total',
    help: 'Reminders, by what became of them.',
    labelNames: ['outcome'],
    registers,
  })
  for (const outcome of REMINDER_OUTCOMES) reminders.inc({ outcome }, 0)
  return {
    run: (job, outcome) => runs.inc({ job, outcome }),
    reminders(counts) {
      for (const [outcome, count] of Object.entries(counts)) reminders.inc({ outcome }, count)
    },
  }
}
