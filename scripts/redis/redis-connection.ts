import { connect, type Socket } from 'node:net'

/** What a command is answered with: text, a number, nothing, a list of these, or why it was refused. */
export type Reply = string | number | null | RedisRefusal | readonly Reply[]

export class RedisRefusal {
  readonly message: string
  constructor(message: string) {
    this.message = message
  }
}

interface Waiting {
  resolve(reply: Reply): void
  reject(error: Error): void
}

const LINE = Buffer.from('\r\n')

/**
 * A connection to a Redis in its own protocol (RESP2), made at the first command and made again after it was lost. Commands
 * are answered in their order; those under way when it is lost are rejected.
 */
export class RedisConnection {
  readonly #port: number
  #socket: Socket | undefined
  #received: Buffer = Buffer.alloc(0)
  #waiting: Waiting[] = []

  constructor(port: number) {
    this.#port = port
  }

  send(command: readonly string[]): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      this.#open().write(encode(command))
    })
  }

  close(): void {
    this.#socket?.destroy()
  }

  #open(): Socket {
    if (this.#socket !== undefined) return this.#socket
    const socket = connect(this.#port, '127.0.0.1').setNoDelay(true)
    this.#received = Buffer.alloc(0)
    socket.on('data', (chunk) => this.#take(chunk))
    socket.on('error', (error) => this.#lose(socket, error))
    socket.on('close', () => this.#lose(socket, new Error('Redis has closed the connection')))
    this.#socket = socket
    return socket
  }

  #lose(socket: Socket, error: Error): void {
    if (this.#socket !== socket) return
    this.#socket = undefined
    for (const { reject } of this.#waiting.splice(0)) reject(error)
  }

  #take(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk])
    let at = 0
    for (;;) {
      const read = decode(this.#received, at)
      if (read === undefined) break
      at = read.end
      this.#waiting.shift()?.resolve(read.reply)
    }
    this.#received = this.#received.subarray(at)
  }
}

function encode(command: readonly string[]): string {
  const parts = command.map((part) => `$${Buffer.byteLength(part)}\r\n${part}\r\n`)
  return `*${command.length}\r\n${parts.join('')}`
}

/** The reply that begins at `at`, and where it ends; undefined where not all of it is there. */
function decode(bytes: Buffer, at: number): { readonly reply: Reply; readonly end: number } | undefined {
  const lineEnd = bytes.indexOf(LINE, at)
  if (lineEnd < 0) return undefined
  const kind = String.fromCharCode(bytes[at] ?? 0)
  const text = bytes.toString('utf8', at + 1, lineEnd)
  const end = lineEnd + LINE.length
  if (kind === '+') return { reply: text, end }
  if (kind === '-') return { reply: new RedisRefusal(text), end }
  const number = Number(text)
  if (kind === ':') return { reply: number, end }
  if (number < 0) return { reply: null, end }
  if (kind === '$') {
    const rest = end + number + LINE.length
    return bytes.length < rest ? undefined : { reply: bytes.toString('utf8', end, end + number), end: rest }
  }
  const items: Reply[] = []
  let next = end
  for (let item = 0; item < number; item += 1) {
    const read = decode(bytes, next)
    if (read === undefined) return undefined
    items.push(read.reply)
    next = read.end
  }
  return { reply: items, end: next }
}
