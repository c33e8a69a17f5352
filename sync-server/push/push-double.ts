import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A push service of the tests, on this machine: takes what is sent and answers as a test wants. */
export interface PushDouble {
  /** Every message so far: the path of its endpoint, and its body. */
  readonly messages: { readonly path: string; readonly body: Uint8Array }[]
  /** In the place of the network: whatever the host, the request comes here. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  answer: (path: string) => number
  close(): Promise<void>
}

export async function startPushDouble(): Promise<PushDouble> {
  const messages: PushDouble['messages'] = []
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const path = request.url ?? ''
      messages.push({ path, body: new Uint8Array(Buffer.concat(chunks)) })
      response.writeHead(double.answer(path)).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // What listens on a port has one.
  const double: PushDouble = {
    messages,
    fetch: (url, init) => fetch(`http://127.0.0.1:${port}${new URL(url).pathname}`, init),
    answer: () => 201,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return double
}
