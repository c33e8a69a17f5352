import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Registry } from 'prom-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMetricsListener } from './metrics-listener.ts'

let server: Server
let base: string

beforeEach(async () => {
  server = createMetricsListener({
    metrics: async () => 'up 1\n',
    contentType: Registry.PROMETHEUS_CONTENT_TYPE,
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

describe('the port of the metrics', () => {
  it('answers /metrics in the text format, not to be kept', async () => {
    const response = await fetch(`${base}/metrics`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.text()).toBe('up 1\n')
  })

  it.each([
    ['GET', '/'],
    ['GET', '/metrics/x'],
    ['POST', '/metrics'],
  ])('has nothing else: %s %s', async (method, path) => {
    const response = await fetch(`${base}${path}`, { method })
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('Not found\n')
  })
})
