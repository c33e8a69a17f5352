import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A way to a server on which an answer can be lost: it has been given, and nobody gets it. */
export interface AnswerCutter {
  readonly url: string
  /** Loses the next answer that holds `text`, and with it every connection; resolves when that has happened. */
  cutNext(text: string): Promise<void>
}

/** Opens a way to the server at `url`. `cut` is called in the moment before the answer would have gone on. */
export async function answerCutter(url: string, cut: () => void): Promise<AnswerCutter> {
  const { hostname, port } = new URL(url)
  const open = new Set<Socket>()
  let until: { readonly text: string; readonly done: () => void } | undefined

  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname)
    for (const socket of [client, upstream]) {
      open.add(socket)
      // Connections break here: that is what this is for.
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        client.destroy()
        upstream.destroy()
        open.delete(socket)
      })
    }
    client.pipe(upstream)
    upstream.on('data', (chunk: Buffer) => {
      if (until === undefined || !chunk.includes(until.text)) client.write(chunk)
      else end(until.done)
    })
  })

  const end = (done: () => void) => {
    cut()
    server.close()
    for (const socket of open) socket.destroy()
    done()
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port is free')
  return {
    url: `http://127.0.0.1:${address.port}`,
    cutNext: (text) =>
      new Promise((done) => {
        until = { text, done }
      }),
  }
}
