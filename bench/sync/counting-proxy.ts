import { connect, createServer, type Socket } from 'node:net'
import { promisify } from 'node:util'

/** Stands before a server and counts every byte that passes, headers included, in both directions. */
export class CountingProxy {
  readonly #server: ReturnType<typeof createServer>
  readonly #sockets = new Set<Socket>()
  /** Bytes since the beginning. */
  passed = 0

  private constructor(target: URL) {
    this.#server = createServer((near) => {
      const far = connect(Number(target.port), target.hostname)
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        from.setNoDelay(true)
        this.#sockets.add(from)
        from.on('data', (chunk) => {
          this.passed += chunk.length
          to.write(chunk)
        })
        from.on('end', () => to.end())
        // A side that is cut off takes the other with it; what that means is for the two ends to say.
        from.on('error', () => to.destroy())
        from.on('close', () => this.#sockets.delete(from))
      }
    })
  }

  /** Listens on a free port of loopback. */
  static async before(url: string): Promise<CountingProxy> {
    const proxy = new CountingProxy(new URL(url))
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve))
    return proxy
  }

  get url(): string {
    const address = this.#server.address()
    if (typeof address !== 'object' || address === null) throw new Error('the proxy does not listen')
    return `http://127.0.0.1:${address.port}`
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await promisify(this.#server.close.bind(this.#server))()
  }
}
