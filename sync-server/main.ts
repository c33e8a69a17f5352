import { readFile } from 'node:fs/promises'
import { Server } from 'node:http'
import { resolve } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { collectDefaultMetrics } from 'prom-client'
import * as z from 'zod'
import { authSecret } from './account/auth-secret.ts'
import { createApp } from './app.ts'
import { batchedWriter } from './batched-writer.ts'
import { type Config, readConfig } from './config.ts'
import { prepareDataDirectory } from './data-directory.ts'
import { stopGracefully } from './graceful-stop.ts'
import { JOB_NAMES } from './jobs/job.ts'
import { JOBS_TICK_MS } from './jobs/run-jobs.ts'
import { type ListenAddress, listenProblem } from './listen-problem.ts'
import { jsonLog } from './log.ts'
import { createMetricsListener } from './metrics/metrics-listener.ts'
import { observeStore } from './metrics/observe-store.ts'
import { createServerMetrics, type ServerMetrics } from './metrics/server-metrics.ts'
import { nodePlatform } from './node-platform.ts'
import { openCoach } from './open-coach.ts'
import { openStore } from './open-store.ts'
import { keptVapidKeys } from './push/kept-vapid-keys.ts'
import { loadFiles, type StaticFile } from './static/load-files.ts'
import type { Store } from './store/ports.ts'

const ROOT = resolve(import.meta.dirname, '..')
const SAME_ASKING_MS = 1000
const output = batchedWriter((text) => process.stdout.write(text), nodePlatform.every)
process.on('exit', output.flush)
const log = jsonLog(output.write, () => new Date())

const config = configOrExit()
const data = await prepareDataDirectory(config.dataDir)
if (!data.ok) exitWith([data.failure])
const files = await filesOrExit(config.webDir)
const secret = await authSecret(config.authSecret, config.dataDir)
if (!secret.ok) exitWith([secret.failure])
const pushKeys = await keptVapidKeys(config.pushKeys, config.dataDir)
if (!pushKeys.ok) exitWith([pushKeys.failure])
const version = await ownVersion()
const metrics = config.metrics === undefined ? undefined : startMetrics(config.metrics)
const store = await storeOrExit(config)
const app = createApp({
  files,
  version,
  log,
  store,
  authSecret: secret.value,
  signUp: config.signUp,
  origins: config.origins,
  quotaBytes: config.quotaBytes,
  push: {
    keys: pushKeys.value,
    contact: config.pushContact,
    hosts: config.pushHosts,
    fetch,
    most: Number.POSITIVE_INFINITY,
  },
  jobsSecret: config.jobsSecret,
  agent: await openCoach(config.coach, { secret: secret.value, fetch, now: nodePlatform.now }),
  ...(metrics === undefined
    ? {}
    : {
        requestDurations: metrics.requests,
        onRefused: metrics.onRefused,
        onLeaderboardRefused: metrics.onLeaderboardRefused,
        onJob: metrics.jobs,
        onTurn: metrics.turns,
      }),
  ...nodePlatform,
})
const server = createAdaptorServer({ fetch: app.hono.fetch })
if (!(server instanceof Server)) throw new Error('expected an HTTP/1 server')
listen(server, config)
void app.runDueJobs()
const stopJobs = nodePlatform.every(JOBS_TICK_MS, () => void app.runDueJobs())

function listen(server: Server, { port, host }: Config): void {
  server.on('error', (error: NodeJS.ErrnoException) => exitWith([listenProblem(error, { port, host })]))
  server.listen(port, host, () => {
    const address = server.address()
    const actual = typeof address === 'object' && address !== null ? address.port : port
    const name = host === '127.0.0.1' || host === '0.0.0.0' || host === '::' ? 'localhost' : host
    log('info', 'listening', { url: `http://${name.includes(':') ? `[${name}]` : name}:${actual}`, host, port: actual })
  })
  let askedAt: number | undefined
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      // Asked again: the person does not want to wait. One Ctrl+C can arrive twice, from the terminal
      // and from npm, which is one asking.
      if (askedAt !== undefined && performance.now() - askedAt > SAME_ASKING_MS) process.exit(1)
      if (askedAt !== undefined) return
      askedAt = performance.now()
      log('info', 'stopping', { signal })
      app.endStreams()
      const handedOver = app.handOverTurns()
      stopJobs()
      void stopGracefully(server).then(async (outcome) => {
        await handedOver
        await store.close()
        log(outcome === 'finished' ? 'info' : 'warn', 'stopped', { requests: outcome })
        process.exit(0)
      })
    })
  }
}

function configOrExit(): Config {
  const read = readConfig(process.env, ROOT)
  return read.ok ? read.value : exitWith(read.failure)
}

async function storeOrExit(config: Config): Promise<Store> {
  const store = await openStore(config, log)
  if (!store.ok) exitWith([store.failure])
  return metrics === undefined ? store.value : observeStore(store.value, metrics.store, nodePlatform.monotonicMs)
}

function startMetrics(address: ListenAddress): ServerMetrics {
  const metrics = createServerMetrics(version, JOB_NAMES)
  // Memory, processor time, the event loop's lag, collections of garbage.
  collectDefaultMetrics({ register: metrics.registry })
  const listener = createMetricsListener(metrics.registry)
  listener.on('error', (error) => exitWith([listenProblem(error, address, 'METRICS_')]))
  listener.listen(address.port, address.host, () => {
    const bound = listener.address()
    const port = typeof bound === 'object' && bound !== null ? bound.port : address.port
    log('info', 'metrics', { host: address.host, port })
  })
  return metrics
}

async function filesOrExit(folder: string): Promise<ReadonlyMap<string, StaticFile>> {
  const files = await loadFiles(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return new Map<string, StaticFile>()
    throw error
  })
  return files.has('/index.html') ? files : exitWith([`no built app in ${folder}: run "npm run build" first`])
}

async function ownVersion(): Promise<string> {
  const text = await readFile(resolve(ROOT, 'package.json'), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version
}

/** For what a person can put right: says it, with no stack trace, and ends. */
function exitWith(problems: readonly string[]): never {
  for (const problem of problems) process.stderr.write(`OwnIt cannot start: ${problem}\n`)
  process.exit(1)
}
