import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import postgres from 'postgres'
import type { PostgresBinaries } from './find-binaries.ts'

/** A Postgres of one's own, on this machine alone, whose data are gone when it stops. */
export interface PrivatePostgres {
  /** Makes an empty database and answers the url under which its owner, a superuser, reaches it. */
  createDatabase(name: string): Promise<string>
  stop(): Promise<void>
}

/** The superuser; there is no password. */
const OWNER = 'owner'

/** Nothing outlives a test, so nothing has to reach the disk. */
const SETTINGS = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'shared_buffers=32MB']

/** Starts a Postgres in a new folder, on a free port. */
export async function startPrivatePostgres({ folder, runAs }: PostgresBinaries): Promise<PrivatePostgres> {
  const home = await mkdtemp(join(tmpdir(), 'ownit-postgres-'))
  if (runAs !== undefined) await chown(home, runAs.uid, runAs.gid)
  const data = join(home, 'data')
  const arguments_ = ['-D', data, '-U', OWNER, '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  await promisify(execFile)(join(folder, 'initdb'), arguments_, { cwd: home, ...runAs })

  const port = await freePort()
  const settings = [...SETTINGS, 'listen_addresses=127.0.0.1', `unix_socket_directories=${home}`]
  const server = spawnBound(
    home,
    [join(folder, 'postgres'), '-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { cwd: home, ...runAs },
  )
  await whenReady(server)
  const url = (database: string) => `postgres://${OWNER}@127.0.0.1:${port}/${database}`
  return {
    async createDatabase(name) {
      const sql = postgres(url('postgres'), { max: 1 })
      await sql`CREATE DATABASE ${sql(name)}`
      await sql.end()
      return url(name)
    },
    async stop() {
      server.stdin?.end()
      if (server.exitCode === null) await once(server, 'close')
    },
  }
}

/**
 * Starts a program that ends with this process, however that ends: a shell holds the other end of its input. When the input is
 * over, it interrupts the program and removes its folder.
 */
const spawnBound = (
  home: string,
  command: readonly string[],
  options: { cwd: string; uid?: number; gid?: number },
): ChildProcess =>
  spawn('sh', ['-c', BOUND, home, ...command], {
    ...options,
    stdio: ['pipe', 'pipe', 'inherit'],
  })

const BOUND = '"$@" 2>&1 & program=$!; cat >/dev/null; kill -INT $program; wait $program; cd /; rm -rf "$0"'

/** Resolves when the server takes connections; rejects with what it said when it ends instead. */
function whenReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stdout?.on('data', (chunk: Buffer) => {
      said = `${said}${chunk.toString()}`.slice(-10_000)
      if (said.includes('ready to accept connections')) resolve()
      // The shell waits for its input, so a server that does not start is noticed by what it says.
      else if (said.includes('FATAL')) reject(new Error(`Postgres does not start: ${said}`))
    })
    server.on('error', reject)
    server.on('close', () => reject(new Error(`Postgres ended: ${said}`)))
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
