import { describe, expect, it } from 'vitest'
import { PATHS } from '../../../shared/sync/protocol.ts'
import type { ChangeId } from '../../store/change.ts'
import { announceCommitted } from '../../store/store-events.ts'
import type { EventStream } from './event-stream.ts'
import { CALM_MS, type Occasion, type RunEnd } from './scheduler.ts'
import { type SyncPort, startSync } from './start-sync.ts'
import { LOOK_EVERY_MS, SyncService } from './sync-service.ts'

class FakeStream extends EventTarget implements EventStream {
  closed = false
  close(): void {
    this.closed = true
  }
}

const nothing = (): void => undefined

/** A page and its worker joined without a thread: messages are copied as a worker's are. */
function joined(run: (occasion: Occasion) => Promise<RunEnd> = async () => ({ kind: 'done' }), visible = true) {
  const runs: Occasion[] = []
  const streams: FakeStream[] = []
  const timers: { readonly ms: number; readonly ring: () => void }[] = []
  const problems: string[] = []
  const toPage = new EventTarget()
  const page = {
    visible,
    sight: nothing,
    online: nothing,
    background: 0,
    stopped: 0,
  }
  let ended = false

  const service = new SyncService({
    now: () => 0,
    random: () => 0,
    setTimer: (ring, ms) => {
      const timer = { ms, ring }
      timers.push(timer)
      return () => timers.includes(timer) && timers.splice(timers.indexOf(timer), 1)
    },
    openStream: (path) => {
      expect(path).toBe(PATHS.events)
      const stream = new FakeStream()
      streams.push(stream)
      return stream
    },
    run: (occasion) => {
      runs.push(occasion)
      return run(occasion)
    },
    send: (report) => toPage.dispatchEvent(new MessageEvent('message', { data: structuredClone(report) })),
  })
  const port: SyncPort = {
    postMessage: (message: unknown) => service.receive(structuredClone(message)),
    addEventListener: (type: string, listener: EventListenerOrEventListenerObject) =>
      toPage.addEventListener(type, listener),
    terminate: () => {
      ended = true
    },
  }
  const running = startSync(
    port,
    {
      isVisible: () => page.visible,
      onSight: (listener) => {
        page.sight = listener
        return () => (page.stopped += 1)
      },
      onOnline: (listener) => {
        page.online = listener
        return () => (page.stopped += 1)
      },
      runInBackground: async () => (page.background += 1),
    },
    (message) => problems.push(message),
  )
  const open = () => streams.filter(({ closed }) => !closed).length
  return { running, runs, streams, timers, problems, page, open, ended: () => ended }
}

const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}
const write = () => announceCommitted({ id: '1' as ChangeId, kind: 'edit', label: 'Steps', announce: true })

describe('synchronising for a page', () => {
  it('[D4] runs at the start, on a write, when the network is back, on a poke and by hand', async () => {
    const { running, runs, page, streams } = joined()
    await settle()
    write()
    await settle()
    page.online()
    await settle()
    streams[0]?.dispatchEvent(new Event('poke'))
    await settle()
    running.byHand()
    await settle()
    expect(runs).toEqual(['visible', 'write', 'online', 'poke', 'by-hand'])
  })

  it('runs at the start of a page that opens out of sight, and then listens to nobody', async () => {
    const { runs, open } = joined(async () => ({ kind: 'done' }), false)
    await settle()
    expect(runs).toEqual(['start'])
    expect(open()).toBe(0)
  })

  it('listens to the server while the page is in sight, and looks by itself now and then', async () => {
    const { page, open, runs, timers } = joined()
    await settle()
    expect(open()).toBe(1)
    const look = timers.find(({ ms }) => ms === LOOK_EVERY_MS)
    look?.ring()
    await settle()
    expect(runs.at(-1)).toBe('periodic')
    page.visible = false
    page.sight()
    expect(open()).toBe(0)
    page.visible = true
    page.sight()
    await settle()
    expect(open()).toBe(1)
    expect(runs.at(-1)).toBe('visible')
  })

  it('stops asking once the session is over, and goes on when somebody signs in', async () => {
    let end: RunEnd = { kind: 'signed-out' }
    const { running, runs, open, page } = joined(async () => end)
    await settle()
    expect(open()).toBe(0)
    const before = runs.length
    write()
    page.online()
    page.sight()
    await settle()
    expect(runs).toHaveLength(before)
    end = { kind: 'done' }
    running.signedIn()
    await settle()
    expect(runs).toHaveLength(before + 1)
    expect(open()).toBe(1)
  })

  it('has the browser run in the background when a run has to be made again', async () => {
    const { page } = joined(async () => ({ kind: 'again' }))
    await settle()
    expect(page.background).toBeGreaterThan(0)
  })

  it('says a failure that nobody foresaw, and runs again on the next occasion', async () => {
    let broken = true
    const { problems, runs, page, timers } = joined(async () => {
      if (broken) throw new Error('a mistake')
      return { kind: 'done' }
    })
    await settle()
    expect(problems[0]).toBe('a mistake')
    broken = false
    const before = runs.length
    page.online()
    timers.find(({ ms }) => ms === CALM_MS)?.ring()
    await settle()
    expect(runs).toHaveLength(before + 1)
    expect(problems).toHaveLength(before)
  })

  it('ends with the page’s wish', async () => {
    const { running, page, runs, ended } = joined()
    await settle()
    const before = runs.length
    running.stop()
    write()
    await settle()
    expect([runs.length, page.stopped, ended()]).toEqual([before, 2, true])
  })
})
