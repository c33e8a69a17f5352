import { errorForLog } from '../error-for-log.ts'
import type { Log } from '../log.ts'
import type { JobRun, JobStore } from '../store/jobs-port.ts'
import { JOB_NAMES, type Job, type JobName } from './job.ts'

/** How often it is looked whether something is due, in ms: so much late a reminder comes at most. */
export const JOBS_TICK_MS = 20_000

export interface JobRunner {
  /** Does what is due and was not done yet, here or elsewhere; what was missed is done once. Never rejects. */
  runDue(): Promise<void>
  /** Does one job, unless it was done already in this stretch of its clock. Undefined: there is no such job here. */
  run(name: string): Promise<JobRun | 'failed' | undefined>
}

/** What is counted of a job: `caught-up` was done after a stretch of its clock in which nobody did it. */
export type JobOutcome = 'done' | 'caught-up' | 'failed'

export interface JobPorts {
  readonly jobs: readonly Job[]
  readonly store: JobStore
  readonly log: Log
  /** Told of each job that this process did, or could not do. */
  readonly onRun: (job: JobName, outcome: JobOutcome) => void
  /** ms since 1970 UTC. */
  readonly now: () => number
}

/** Runs jobs by slots: the number of stretches of a job's clock since 1970. */
export function jobRunner({ jobs, store, log, onRun, now }: JobPorts): JobRunner {
  const slotOf = (job: Job) => Math.floor(now() / job.everyMs)
  /** As far as this process knows. */
  const done = new Map<string, number>()
  let isLooking = false

  const isBehind = (job: Job) => (done.get(job.name) ?? Number.NEGATIVE_INFINITY) < slotOf(job)

  async function runOne(job: Job): Promise<JobRun | 'failed'> {
    const slot = slotOf(job)
    try {
      const run = await store.run(job.name, slot, async () => {
        const counts = await job.run()
        if (Object.values(counts).some((count) => count > 0)) log('info', 'job done', { job: job.name, ...counts })
      })
      const before = done.get(job.name)
      if (run === 'done') onRun(job.name, before !== undefined && before < slot - 1 ? 'caught-up' : 'done')
      if (run !== 'elsewhere') done.set(job.name, slot)
      return run
    } catch (error) {
      return failed(job, error)
    }
  }

  function failed(job: Job, error: unknown): 'failed' {
    log('warn', 'a job failed', { job: job.name, error: errorForLog(error) })
    onRun(job.name, 'failed')
    return 'failed'
  }

  function remember(slots: ReadonlyMap<string, number>): void {
    for (const [name, slot] of slots) done.set(name, slot)
  }

  async function look(): Promise<void> {
    // Asked once for all of them, and only by who knows of something to do.
    if (!jobs.some(isBehind)) return
    remember(await store.slots())
    for (const job of jobs) if (isBehind(job)) await runOne(job)
  }

  return {
    async runDue() {
      if (isLooking) return
      isLooking = true
      try {
        await look()
      } catch (error) {
        log('warn', 'jobs were not looked at', { error: errorForLog(error) })
      } finally {
        isLooking = false
      }
    },
    async run(name) {
      const job = jobs.find((each) => each.name === nameOf(name))
      if (job === undefined) return undefined
      try {
        remember(await store.slots())
      } catch (error) {
        return failed(job, error)
      }
      return runOne(job)
    },
  }
}

const nameOf = (text: string): JobName | undefined => JOB_NAMES.find((name) => name === text)
