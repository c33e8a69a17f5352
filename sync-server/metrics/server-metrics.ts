import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import { COACH_ERRORS } from '../../shared/coach/events.ts'
import { LEADERBOARD_REFUSALS, type LeaderboardRefusal } from '../../shared/leaderboard/protocol.ts'
import { REJECTED, type RejectedReason } from '../../shared/sync/messages.ts'
import { type JobMetrics, jobMetrics } from './job-metrics.ts'
import type { StoreMetrics } from './observe-store.ts'
import type { RequestDurations } from './request-metrics.ts'

/** Everything that the server measures of itself. Nothing in it tells one account, device or address from another. */
export interface ServerMetrics {
  readonly requests: RequestDurations
  readonly store: StoreMetrics
  /** Counts a pushed document that was rejected before it came to the store. */
  readonly onRefused: (reason: RejectedReason) => void
  /** Counts what leaderboards refuse. */
  readonly onLeaderboardRefused: (reason: LeaderboardRefusal) => void
  readonly jobs: JobMetrics
  readonly turns: TurnMetrics
  readonly registry: Registry
}

/** Counts turns with an agent. */
export interface TurnMetrics {
  begun(): void
  over(outcome: string, tokens: number): void
  refused(code: string): void
}

/** Seconds. A health check takes under a millisecond, a full page of changes some tens; at 10 s a server is broken. */
const DURATIONS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** What can become of a pushed document: there from the start, so that the first conflict shows as a rise from 0. */
const OUTCOMES = ['ok', 'conflict', ...REJECTED]

/** `jobs` are the names of what runs by the clock. */
export function createServerMetrics(version: string, jobs: readonly string[] = []): ServerMetrics {
  const registry = new Registry()
  const registers = [registry]
  const build = new Gauge({
    name: 'ownit_build_info',
    help: 'The version that runs; always 1.',
    labelNames: ['version'],
    registers,
  })
  build.set({ version }, 1)
  const requests = new Histogram({
    name: 'ownit_http_request_duration_seconds',
    help: 'Time until an answer began, by method, route pattern and status class.',
    labelNames: ['method', 'route', 'status'],
    buckets: DURATIONS,
    registers,
  })
  const store = {
    exchanges: new Histogram({
      name: 'ownit_exchange_duration_seconds',
      help: 'Time the store took for an exchange.',
      buckets: DURATIONS,
      registers,
    }),
    pushes: new Counter({
      name: 'ownit_pushes_total',
      help: 'Documents pushed, by what became of them.',
      labelNames: ['outcome'],
      registers,
    }),
    changes: new Counter({ name: 'ownit_changes_total', help: 'Documents given to devices.', registers }),
    listeners: new Gauge({ name: 'ownit_event_streams', help: 'Open event streams.', registers }),
  }
  for (const outcome of OUTCOMES) store.pushes.inc({ outcome }, 0)
  const refusals = new Counter({
    name: 'ownit_leaderboard_refusals_total',
    help: 'Scores and requests that leaderboards refused, by why.',
    labelNames: ['reason'],
    registers,
  })
  for (const reason of LEADERBOARD_REFUSALS) refusals.inc({ reason }, 0)
  return {
    requests,
    store,
    onRefused: (reason) => store.pushes.inc({ outcome: reason }),
    onLeaderboardRefused: (reason) => refusals.inc({ reason }),
    jobs: jobMetrics(jobs, registers),
    turns: turnMetrics(registers),
    registry,
  }
}

function turnMetrics(registers: Registry[]): TurnMetrics {
  const outcomes = new Counter({
    name: 'ownit_coach_turns_total',
    help: 'Turns with an agent, by how they ended on this process.',
    labelNames: ['outcome'],
    registers,
  })
  for (const outcome of ['done', 'handed-over', ...COACH_ERRORS]) outcomes.inc({ outcome }, 0)
  const used = new Counter({ name: 'ownit_coach_tokens_total', help: 'Tokens that turns took.', registers })
  const running = new Gauge({ name: 'ownit_coach_turns_running', help: 'Turns that run right now.', registers })
  return {
    begun: () => running.inc(),
    over(outcome, tokens) {
      running.dec()
      outcomes.inc({ outcome })
      used.inc(tokens)
    },
    refused: (outcome) => outcomes.inc({ outcome }),
  }
}
