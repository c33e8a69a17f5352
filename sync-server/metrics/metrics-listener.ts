import { createServer, type Server } from 'node:http'
import { EXPOSITION_TYPE } from './exposition.ts'

/**
 * A server that answers `GET /metrics` with `text()`, and nothing else. It listens on a port of its own, so that a proxy in
 * front of the app cannot let the world read it by mistake.
 */
export function createMetricsListener(text: () => string): Server {
  return createServer((request, response) => {
    const found = request.method === 'GET' && request.url === '/metrics'
    const body = found ? text() : 'Not found\n'
    response.writeHead(found ? 200 : 404, {
      'Content-Type': found ? EXPOSITION_TYPE : 'text/plain; charset=utf-8',
      'Content-Length': Buffer.byteLength(body),
      'Cache-Control': 'no-store',
    })
    response.end(body)
  })
}
