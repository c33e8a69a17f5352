import { Agent, request } from 'node:http'

/** A request that stands ready, of one device. */
export interface ReadyRequest {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

export interface Load {
  /** Requests a second. */
  readonly rate: number
  /** How long each was waited for, in ms. */
  readonly waits: readonly number[]
}

/** Every device sends its requests one after the other, all devices at once. Throws for an answer other than 200. */
export async function sendAll(url: string, devices: readonly (readonly ReadyRequest[])[]): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: devices.length })
  const waits: number[] = []
  const from = performance.now()
  await Promise.all(
    devices.map(async (requests) => {
      for (const each of requests) {
        const sent = performance.now()
        await send(agent, url, each)
        waits.push(performance.now() - sent)
      }
    }),
  )
  const seconds = (performance.now() - from) / 1000
  agent.destroy()
  return { rate: waits.length / seconds, waits }
}

// By node:http, which costs a third of fetch: the one that asks must not be what is measured.
function send(agent: Agent, url: string, { path, headers, body }: ReadyRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    const outgoing = request(new URL(path, url), { agent, method: 'POST', headers }, (incoming) => {
      incoming.resume()
      incoming.on('error', reject)
      incoming.on('end', () => {
        if (incoming.statusCode === 200) resolve()
        else reject(new Error(`a push was answered with ${incoming.statusCode}`))
      })
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
