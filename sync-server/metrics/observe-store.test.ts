import { describe, expect, it, vi } from 'vitest'
import { envelopeKeySchema } from '../../shared/sync/messages.ts'
import type { AccountId, Exchange, ExchangeOutcome, Store } from '../store/ports.ts'
import { observeStore } from './observe-store.ts'
import { createServerMetrics } from './server-metrics.ts'

const ACCOUNT = 'account-1' as AccountId
const KEY = envelopeKeySchema.parse('A'.repeat(22))
const NOTHING: Exchange = { epoch: '', cursor: 0, push: [], quotaBytes: 1, pageDocuments: 1, pageBytes: 1 }
const OUTCOME: ExchangeOutcome = {
  epoch: 'e',
  results: [
    { key: KEY, status: 'ok', version: 1 },
    { key: KEY, status: 'ok', version: 2 },
    { key: KEY, status: 'conflict', version: 3, envelope: null },
    { key: KEY, status: 'rejected', reason: 'quota' },
  ],
  changes: [{ key: KEY, version: 4, envelope: new Uint8Array(1) }],
  cursor: 4,
  more: false,
  count: 3,
  digest: new Uint8Array(16),
  head: 4,
}

// Nothing of it is counted by the store's wrapper: a test that came here would fail.
const NO_LEADERBOARD = {} as Store['leaderboard']
const NO_PUSH = {} as Store['push']
const NO_COACH = {} as Store['coach']
const NO_JOBS = {} as Store['jobs']

function start() {
  let now = 0
  const store: Store = {
    sync: {
      exchange: async () => {
        now += 20
        return OUTCOME
      },
      exportAccount: async () => ({ epoch: 'e', documents: [], keyslots: [] }),
      keyslots: async () => [],
      putKeyslot: async () => 'ok',
      deleteKeyslot: async () => true,
      deleteAccount: vi.fn(async () => undefined),
    },
    pokes: { publish: vi.fn(), subscribe: vi.fn(() => () => undefined) },
    leaderboard: NO_LEADERBOARD,
    standingsPokes: { publish: vi.fn(), subscribe: vi.fn(() => () => undefined) },
    push: NO_PUSH,
    coach: NO_COACH,
    jobs: NO_JOBS,
    auth: {},
    deleteExpired: async () => ({ sessions: 3, verifications: 4, audit: 0 }),
    ready: vi.fn(async () => undefined),
    close: vi.fn(async () => undefined),
  }
  const metrics = createServerMetrics('1.2.3')
  return { store, text: () => metrics.registry.metrics(), observed: observeStore(store, metrics.store, () => now) }
}

describe('an observed store', () => {
  it('answers as the store does, and counts what became of each push', async () => {
    const { text: textNow, observed } = start()
    expect(await textNow()).toContain('ownit_pushes_total{outcome="conflict"} 0\n')
    expect(await observed.sync.exchange(ACCOUNT, NOTHING)).toBe(OUTCOME)
    const text = await textNow()
    expect(text).toContain('ownit_pushes_total{outcome="ok"} 2\n')
    expect(text).toContain('ownit_pushes_total{outcome="conflict"} 1\n')
    expect(text).toContain('ownit_pushes_total{outcome="quota"} 1\n')
    expect(text).toContain('ownit_changes_total 1\n')
    expect(text).toContain('ownit_exchange_duration_seconds_bucket{le="0.01"} 0\n')
    expect(text).toContain('ownit_exchange_duration_seconds_bucket{le="0.025"} 1\n')
  })

  it('counts those who wait for pokes, and one who leaves twice once', async () => {
    const { text, observed } = start()
    const stop = observed.pokes.subscribe(ACCOUNT, () => undefined)
    observed.pokes.subscribe(ACCOUNT, () => undefined)
    expect(await text()).toContain('ownit_event_streams 2\n')
    stop()
    stop()
    expect(await text()).toContain('ownit_event_streams 1\n')
  })

  it('passes everything else on', async () => {
    const { store, observed } = start()
    expect(await observed.deleteExpired(0)).toEqual({ sessions: 3, verifications: 4, audit: 0 })
    await observed.ready()
    await observed.close()
    await observed.sync.deleteAccount(ACCOUNT)
    observed.pokes.publish(ACCOUNT)
    expect(store.ready).toHaveBeenCalledOnce()
    expect(store.close).toHaveBeenCalledOnce()
    expect(store.sync.deleteAccount).toHaveBeenCalledWith(ACCOUNT)
    expect(store.pokes.publish).toHaveBeenCalledWith(ACCOUNT)
    expect(observed.auth).toBe(store.auth)
  })

  it('names nobody in the text', async () => {
    const { text, observed } = start()
    await observed.sync.exchange(ACCOUNT, NOTHING)
    observed.pokes.subscribe(ACCOUNT, () => undefined)
    expect(await text()).not.toContain(ACCOUNT)
    expect(await text()).not.toContain(KEY)
  })
})

it('says which version runs', async () => {
  expect(await start().text()).toContain('ownit_build_info{version="1.2.3"} 1\n')
})
