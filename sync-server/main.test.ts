import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, rm, stat } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { STOP_WITHIN_MS } from './graceful-stop.ts'
import { httpDevice, newPush, signedUp } from './http-contract-subject.ts'
import { newServerFolder, startProcess } from './process-under-test.ts'
import { authOf, newAccount } from './store/contract-subject.ts'
import { DATABASE_FILE } from './store/sqlite/database-file.ts'
import { openSqliteStore } from './store/sqlite/sqlite-store.ts'

let folder: string
const running: ChildProcess[] = []

beforeAll(async () => {
  folder = await newServerFolder()
})
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})
afterAll(() => rm(folder, { recursive: true }))

function start(env: Record<string, string>) {
  const started = startProcess(folder, env)
  running.push(started.child)
  return started
}

describe('the server process', () => {
  it('starts, makes its data folder for its owner alone, answers, and ends with 0 on SIGTERM', async () => {
    const { child, exit, url } = start({})
    const base = await url
    expect(await (await fetch(`${base}/api/health`)).json()).toMatchObject({ status: 'ok' })
    expect(await (await fetch(`${base}/history`)).text()).toBe('<title>OwnIt</title>')
    expect((await stat(join(folder, 'data'))).mode & 0o777).toBe(0o700)
    child.kill('SIGTERM')
    expect(await exit).toBe(0)
    await expect(fetch(`${base}/api/health`)).rejects.toThrow()
  })

  it('answers a request that is under way before it ends', async () => {
    const { child, exit, url, output } = start({})
    const upload = request(`${await url}/api/x`, { method: 'POST', headers: { expect: '100-continue' } })
    const answer = once(upload, 'response')
    upload.flushHeaders()
    await once(upload, 'continue')
    child.kill('SIGINT')
    while (!output.text.includes('"stopping"')) await new Promise((resolve) => setTimeout(resolve, 10))
    upload.end('{}')
    const [response] = await answer
    expect(response.statusCode).toBe(404)
    expect(await exit).toBe(0)
  })

  it('offers metrics on a port of their own, and not on that of the app', async () => {
    const { url, output } = start({ METRICS_PORT: '0' })
    const base = await url
    await fetch(`${base}/history`)
    const push = newPush()
    await (await signedUp(base)).exchange({ push: [push, push, newPush({ key: 'none' })] })
    const port = /"message":"metrics","host":"127.0.0.1","port":(\d+)/.exec(output.text)?.[1]
    const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
    expect(metrics).toContain('_count{method="GET",route="/*",status="2xx"} 1')
    for (const [outcome, count] of [
      ['ok', 1],
      ['duplicate', 1],
      ['malformed', 1],
      ['too-large', 0],
    ])
      expect(metrics).toContain(`ownit_pushes_total{outcome="${outcome}"} ${count}\n`)
    expect(metrics).toMatch(/^process_resident_memory_bytes \d{7,}$/m)
    expect(await (await fetch(`${base}/metrics`)).text()).toBe('<title>OwnIt</title>')
  })

  it('removes at its start what has expired since it last ran', async () => {
    const data = join(folder, 'expired')
    await mkdir(data)
    const store = openSqliteStore({ path: join(data, DATABASE_FILE), newEpoch: () => 'epoch' })
    const account = await newAccount(store)
    const { internalAdapter } = await authOf(store).$context
    const [session] = await internalAdapter.listSessions(account)
    await internalAdapter.updateSession(session?.token ?? '', { expiresAt: new Date(Date.now() - 1000) })
    await store.close()

    const { child, exit, output, url } = start({ DATA_DIR: data })
    await url
    child.kill('SIGTERM')
    await exit
    expect(output.text).toContain('"job done","job":"housekeeping","sessions":1,"verifications":0')
  }, 60_000)

  it('ends at once although devices listen, and another one goes on with its sessions and documents', async () => {
    const env = { DATA_DIR: join(folder, 'restarted') }
    const first = start(env)
    const device = await signedUp(await first.url)
    const push = newPush()
    await device.exchange({ push: [push] })
    const events = await device.request('GET', '/api/sync/events')
    const asked = performance.now()
    first.child.kill('SIGTERM')
    expect(await first.exit).toBe(0)
    expect(performance.now() - asked).toBeLessThan(STOP_WITHIN_MS)
    expect(first.output.text).toContain('"requests":"finished"')
    expect(await events.text()).toBe(':\n\n')

    const again = httpDevice(await start(env).url, device.credentials)
    again.cookie = device.cookie
    expect((await again.exchange()).changes).toEqual([{ key: push.key, version: 1, envelope: push.envelope }])
    expect((await stat(join(folder, 'restarted/auth-secret'))).mode & 0o777).toBe(0o600)
  })

  it.each([
    ['PORT must be a whole number', { PORT: 'eighty' }],
    ['DATA_DIR cannot be used', { DATA_DIR: import.meta.filename }],
    ['no built app in', { WEB_DIR: '/nowhere' }],
    ['DATABASE_URL cannot be used: ', { DATABASE_URL: 'postgres://ownit:hunter2@127.0.0.1:1/ownit' }],
    ['HOST 203.0.113.1 is no address of this machine', { HOST: '203.0.113.1' }],
    ['METRICS_HOST 203.0.113.1 is no address', { METRICS_PORT: '0', METRICS_HOST: '203.0.113.1' }],
  ])('says %j and ends with 1, without a stack trace', async (message, env) => {
    const { exit, output } = start(env)
    expect(await exit).toBe(1)
    expect(output.problems).toContain(`OwnIt cannot start: ${message}`)
    expect(output.problems).not.toMatch(/^\s+at |hunter2/m)
  })

  it('says that its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const { exit, output } = start({ PORT: String(port) })
    expect(await exit).toBe(1)
    expect(output.problems).toContain(`PORT ${port} is already in use`)
    other.close()
  })
})
