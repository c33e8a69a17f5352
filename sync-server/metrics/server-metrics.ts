import { createCounter } from './counter.ts'
import { exposition } from './exposition.ts'
import { createHistogram, type Histogram } from './histogram.ts'
import { readMetric } from './metric.ts'
import type { StoreMetrics } from './observe-store.ts'
import { type ProcessReadings, processMetrics } from './process-metrics.ts'

/** Everything that the server measures of itself. Nothing in it tells one account, device or address from another. */
export interface ServerMetrics {
  /** Seconds of a request. */
  readonly requests: Histogram
  readonly store: StoreMetrics
  /** Seconds by which the event loop is behind. */
  readonly lag: Histogram
  /** All of it, in Prometheus' text format. */
  text(): string
}

/** Seconds. A health check takes under a millisecond, a full page of changes some tens; at 10 s a server is broken. */
const DURATIONS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** What a store can answer to a push: there from the start, so that the first conflict shows as a rise from 0. */
const OUTCOMES = ['ok', 'conflict', 'quota', 'response-full'].map((outcome) => ({ outcome }))

export function createServerMetrics(version: string, readings: ProcessReadings): ServerMetrics {
  const requests = createHistogram(
    'ownit_http_request_duration_seconds',
    'Time until an answer began, by method, route pattern and status class.',
    DURATIONS,
  )
  const lag = createHistogram('ownit_event_loop_lag_seconds', 'By how much a timer came late.', DURATIONS)
  const store = {
    exchanges: createHistogram('ownit_exchange_duration_seconds', 'Time the store took for an exchange.', DURATIONS),
    pushes: createCounter('ownit_pushes_total', 'Documents pushed, by what became of them in the store.', OUTCOMES),
    changes: createCounter('ownit_changes_total', 'Documents given to devices.', [{}]),
    listeners: { open: 0 },
  }
  const metrics = [
    readMetric('ownit_build_info', 'gauge', 'The version that runs; always 1.', () => 1, { version }),
    requests,
    store.exchanges,
    store.pushes,
    store.changes,
    readMetric('ownit_event_streams', 'gauge', 'Open event streams.', () => store.listeners.open),
    lag,
    ...processMetrics(readings),
  ]
  return { requests, store, lag, text: () => exposition(metrics) }
}
