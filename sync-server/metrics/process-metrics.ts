import { type Metric, readMetric } from './metric.ts'

/** What the process says of itself. */
export interface ProcessReadings {
  /** Bytes. */
  readonly memoryUsage: () => { readonly rss: number; readonly heapUsed: number; readonly external: number }
  /** Microseconds since the process started. */
  readonly cpuUsage: () => { readonly user: number; readonly system: number }
  /** Seconds since the process started. */
  readonly uptime: () => number
}

/** Memory, processor time and age, under the names that Prometheus' own clients give them where they have one. */
export function processMetrics({ memoryUsage, cpuUsage, uptime }: ProcessReadings): Metric[] {
  return [
    readMetric(
      'process_resident_memory_bytes',
      'gauge',
      'Memory that the process holds, as the system counts it.',
      () => memoryUsage().rss,
    ),
    readMetric('ownit_heap_used_bytes', 'gauge', 'Memory in use by JavaScript.', () => memoryUsage().heapUsed),
    readMetric(
      'ownit_external_memory_bytes',
      'gauge',
      'Memory outside the heap that JavaScript holds on to, such as buffers.',
      () => memoryUsage().external,
    ),
    readMetric('process_cpu_seconds_total', 'counter', 'Processor time spent, user and system.', () => {
      const { user, system } = cpuUsage()
      return (user + system) / 1e6
    }),
    readMetric('ownit_uptime_seconds', 'gauge', 'Time since the process started.', uptime),
  ]
}
