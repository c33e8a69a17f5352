import { PATHS } from '../../shared/sync/protocol.ts'
import type { SignedIn } from './sync-server.ts'

/** Listens to the server's events. Answers when the stream stands; `onPoke` is called for each poke until `stop`. */
export async function pokeStream({ url, cookie }: SignedIn, onPoke: () => void): Promise<{ stop(): Promise<void> }> {
  const calledOff = new AbortController()
  const response = await fetch(new URL(PATHS.events, url), { headers: { cookie }, signal: calledOff.signal })
  if (!response.ok || response.body === null) throw new Error(`the events were answered with ${response.status}`)
  const reading = read(response.body, onPoke).catch((error: unknown) => {
    if (!calledOff.signal.aborted) throw error
  })
  return {
    async stop() {
      calledOff.abort()
      await reading
    },
  }
}

async function read(body: ReadableStream<Uint8Array>, onPoke: () => void): Promise<void> {
  const decoder = new TextDecoder()
  for await (const chunk of body) if (decoder.decode(chunk).includes('event: poke')) onPoke()
}
