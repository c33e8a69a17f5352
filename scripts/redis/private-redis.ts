import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A Redis of one's own, on this machine alone, that keeps nothing on disk. */
export interface PrivateRedis {
  readonly port: number
  /** Ends it as a power cut would, with all that it held. */
  kill(): Promise<void>
  /** Starts it anew, empty, on the same port. */
  start(): Promise<void>
  stop(): Promise<void>
}

const START_WITHIN_MS = 10_000
const POLL_MS = 20

/** Starts a Redis on a free port. */
export async function startPrivateRedis(program: string): Promise<PrivateRedis> {
  const home = await mkdtemp(join(tmpdir(), 'ownit-redis-'))
  const port = await freePort()
  let running = await run(program, home, port)
  return {
    port,
    async kill() {
      running.kill('SIGKILL')
      await ended(running)
    },
    async start() {
      running = await run(program, home, port)
    },
    async stop() {
      running.kill('SIGTERM')
      await ended(running)
    },
  }
}

async function run(program: string, home: string, port: number): Promise<ChildProcess> {
  const settings = { port, bind: '127.0.0.1', dir: home, save: '', appendonly: 'no', daemonize: 'no' }
  const options = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)])
  const child = spawn(program, options, { stdio: 'ignore' })
  // Also where a test ends without stopping it.
  const onExit = () => child.kill('SIGKILL')
  process.once('exit', onExit)
  child.once('close', () => process.off('exit', onExit))
  const deadline = performance.now() + START_WITHIN_MS
  while (!(await answers(port))) {
    if (child.exitCode !== null || performance.now() > deadline) throw new Error('redis-server does not start')
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
  return child
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close')
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  if (typeof address !== 'object' || address === null) throw new Error('no port is free')
  return address.port
}
