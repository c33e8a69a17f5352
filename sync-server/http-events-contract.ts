import { expect, it } from 'vitest'
import { PATHS } from '../shared/sync/protocol.ts'
import { type HttpDevice, newPush, secondDevice, signedUp } from './http-contract-subject.ts'

/** Longer than any poke should take, in ms. */
const SOON = 3000
/** Longer than it should take to find that many readers have gone, in ms. */
const LATE = 10_000

export function describeEvents(url: () => string): void {
  it('[S9] pokes every device of the account when its version moves, and says nothing of what', async () => {
    const device = await signedUp(url())
    const other = await secondDevice(url(), device)
    const events = await listen(other)
    await device.exchange({ push: [newPush()] })
    await events.until((text) => text.includes('event: poke'))
    expect(events.text().replace(/^:\n\n/, '')).toMatch(/^(?:event: poke\ndata:\n\n)+$/)
    await events.close()
  })

  it('[S9] pokes nobody for a pull, a conflict, or the documents of another account', async () => {
    const device = await signedUp(url())
    const push = newPush()
    const events = await listen(device)
    await device.exchange({ push: [push, newPush()] })
    // Or its poke may come late, on a server that hears of it by way of a database.
    await events.until((text) => text.includes('poke'))
    const before = events.text()
    await device.exchange()
    await device.exchange({ push: [newPush({ key: push.key, base: 9 })] })
    await (await signedUp(url())).exchange({ push: [newPush()] })
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(events.text().slice(before.length)).not.toContain('poke')
    await events.close()
  })

  it('[S9] ends the stream of a device that signs out, is signed out from afar, or whose account goes', async () => {
    const device = await signedUp(url())
    const ends: ((other: HttpDevice) => Promise<unknown>)[] = [
      (other) => other.request('POST', `${PATHS.auth}/sign-out`, { body: {} }),
      async (other) => {
        const current = (await other.devices()).find((each) => each.current)
        await device.request('DELETE', `${PATHS.devices}?id=${current?.id}`)
      },
      () => device.request('DELETE', PATHS.account, { body: { password: device.credentials.password } }),
    ]
    const bystander = await listen(await signedUp(url()))
    for (const end of ends) {
      const other = await secondDevice(url(), device)
      const events = await listen(other)
      await end(other)
      await events.ended()
    }
    expect(bystander.isOpen()).toBe(true)
    await bystander.close()
  })

  it('says what it is, and lets no proxy keep it', async () => {
    const device = await signedUp(url())
    const stop = new AbortController()
    const response = await device.request('GET', PATHS.events, { signal: stop.signal })
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('content-encoding')).toBeNull()
    stop.abort()
  })

  it('opens no more streams for one account than it may have, and gives back those that are left', async () => {
    const device = await signedUp(url())
    const stops: AbortController[] = []
    const open = async () => {
      const stop = new AbortController()
      const { status, headers } = await device.request('GET', PATHS.events, { signal: stop.signal })
      stops.push(stop)
      return { status, retryAfter: headers.get('retry-after') }
    }
    const answers = await Promise.all(Array.from({ length: 64 }, open))
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    expect(await open()).toEqual({ status: 429, retryAfter: '25' })
    // Who asks for the headers alone holds nothing open.
    expect((await device.request('HEAD', PATHS.events)).status).toBe(200)
    for (const stop of stops.splice(0)) stop.abort()
    const deadline = Date.now() + LATE
    while ((await open()).status !== 200) {
      expect(Date.now()).toBeLessThan(deadline)
      // Not every runtime notices that a reader has gone before it writes to it.
      await device.exchange({ push: [newPush()] })
    }
    for (const stop of stops) stop.abort()
  })
}

/** Reads a stream of events until it ends. */
async function listen(device: HttpDevice) {
  const stop = new AbortController()
  const response = await device.request('GET', PATHS.events, { signal: stop.signal })
  expect(response.status).toBe(200)
  let text = ''
  let open = true
  const waiting = new Set<() => void>()
  const reading = (async () => {
    try {
      for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        text += chunk
        for (const check of waiting) check()
      }
    } catch (error) {
      if (!stop.signal.aborted) throw error
    } finally {
      open = false
    }
  })()
  return {
    text: () => text,
    isOpen: () => open,
    ended: () => within(reading),
    until: (wanted: (text: string) => boolean) =>
      within(
        new Promise<void>((resolve) => {
          const check = () => {
            if (!wanted(text)) return
            waiting.delete(check)
            resolve()
          }
          waiting.add(check)
          check()
        }),
      ),
    async close() {
      stop.abort()
      await reading
    },
  }
}

async function within<Value>(promise: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`nothing came within ${SOON} ms`)), SOON)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
