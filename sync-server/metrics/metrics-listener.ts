import { createServer, type Server } from 'node:http'
import type { Registry } from 'prom-client'

/**
 * A server that answers `GET /metrics` with what the registry holds, and nothing else. It listens on a port of its own, so that a proxy in
 * front of the app cannot let the world read it by mistake.
 */
export function createMetricsListener(registry: Pick<Registry, 'metrics' | 'contentType'>): Server {
  return createServer((request, response) => {
    const found = request.method === 'GET' && request.url === '/metrics'
    const answer = (status: number, type: string, body: string) =>
      response
        .writeHead(status, {
          'Content-Type': type,
          'Content-Length': Buffer.byteLength(body),
          'Cache-Control': 'no-store',
        })
        .end(body)
    if (!found) answer(404, 'text/plain; charset=utf-8', 'Not found\n')
    else
      registry.metrics().then(
        (text) => answer(200, registry.contentType, text),
        (error: unknown) => response.destroy(error instanceof Error ? error : new Error(String(error))),
      )
  })
}
