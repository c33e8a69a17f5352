import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CoachStore, TurnHold, TurnProgress } from '../store/coach-port.ts'
import type { AccountId } from '../store/ports.ts'
import { RENEW_MS } from './lease.ts'
import { SAVE_AFTER_MS, turnSaver } from './save-turn.ts'
import type { Piece, TurnEnding } from './turn-seal.ts'

const HOLD: TurnHold = { account: 'a' as AccountId, turnId: 't', owner: 'o' }
const END: TurnEnding = { type: 'done', text: '', stop: 'end_turn' }
const bytes = (piece: Piece) => new TextEncoder().encode(JSON.stringify(piece))
const textOf = (sealed: Uint8Array | undefined) =>
  sealed === undefined ? undefined : JSON.parse(new TextDecoder().decode(sealed)).text

let writes: TurnProgress[]
let answer: () => Promise<'ok' | 'cancelled' | 'lost'>
let ended: Parameters<CoachStore['finish']>[1] | undefined
const told: string[] = []
beforeEach(() => {
  vi.useFakeTimers()
  writes = []
  ended = undefined
  answer = async () => 'ok'
  told.length = 0
})
afterEach(() => vi.useRealTimers())

const start = (first = 0) =>
  turnSaver(HOLD, first, {
    store: {
      write: (_, progress) => {
        writes.push(progress)
        return answer()
      },
      finish: async (_, end) => {
        ended = end
        return true
      },
      release: async () => void told.push('released'),
    },
    seal: {
      seal: async (_, piece) => bytes(piece),
      open: () => Promise.reject(new Error('nothing is opened here')),
    },
    setTimer(run, ms) {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    now: Date.now,
    onCancelled: () => void told.push('cancelled'),
    onLost: () => void told.push('lost'),
    onProblem: () => void told.push('problem'),
  })
const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const written = () => writes.map(({ piece }) => [piece?.n, textOf(piece?.sealed), piece?.cursor])

describe('a turn that goes on is written', () => {
  it('a quarter of a second after something came, all of it at once, with the cursor of the last', async () => {
    const saver = start(4)
    for (let n = 1; n <= 20; n += 1) saver.note({ text: 'x', cursor: n })
    await wait(SAVE_AFTER_MS - 1)
    expect(writes).toEqual([])
    await wait(1)
    saver.note({ text: 'y', cursor: undefined })
    await wait(SAVE_AFTER_MS)
    expect(written()).toEqual([
      [4, 'x'.repeat(20), 20],
      [5, 'y', undefined],
    ])
  })

  it('at once where it is much, or tells of the agent', async () => {
    const saver = start()
    saver.note({ text: 'x'.repeat(2048) })
    await wait(0)
    saver.note({ agent: { kind: 'letta', agentId: 'agent-1' } })
    await wait(0)
    expect(writes).toHaveLength(2)
    expect(writes[1]).toMatchObject({ agent: { agentId: 'agent-1' } })
  })

  it('every few seconds where nothing comes, for the lease', async () => {
    const saver = start()
    await wait(3 * RENEW_MS)
    expect(written()).toEqual(new Array(3).fill([undefined, undefined, undefined]))
    saver.drop()
    await wait(3 * RENEW_MS)
    expect(writes).toHaveLength(3)
  })

  it('one write at a time, and nothing is lost or changes places where one fails', async () => {
    const saver = start()
    let release: (how: 'ok' | Error) => void = () => undefined
    answer = () =>
      new Promise((resolve, reject) => {
        release = (how) => (how === 'ok' ? resolve(how) : reject(how))
      })
    saver.note({ text: 'a', cursor: 1, runId: 'run-1' })
    await wait(SAVE_AFTER_MS)
    saver.note({ text: 'b', cursor: 2 })
    await wait(10 * SAVE_AFTER_MS)
    expect(writes).toHaveLength(1)
    release(new Error('the database is away'))
    answer = async () => 'ok'
    await wait(SAVE_AFTER_MS)
    expect(written()).toEqual([
      [0, 'a', 1],
      [0, 'ab', 2],
    ])
    expect(writes[1]).toMatchObject({ runId: 'run-1' })
    expect(told).toEqual(['problem'])
  })

  it('to its end with what is not written yet', async () => {
    const saver = start()
    saver.note({ text: 'a' })
    await wait(SAVE_AFTER_MS)
    saver.note({ text: 'b', agent: { kind: 'letta' } })
    expect(await saver.end({ state: 'done', tokens: 5 }, END)).toBe(true)
    expect(ended).toMatchObject({ state: 'done', tokens: 5, agent: { kind: 'letta' }, piece: { n: 1 } })
    expect(textOf(ended?.piece.sealed)).toBe('b')
    await wait(10 * RENEW_MS)
    expect(writes).toHaveLength(1)
  })

  it('whole before it is let go', async () => {
    const saver = start()
    saver.note({ text: 'a' })
    await saver.release()
    expect([written(), told]).toEqual([[[0, 'a', undefined]], ['released']])
  })

  it.each(['cancelled', 'lost'] as const)('and hears of what another has done: %s', async (outcome) => {
    answer = async () => outcome
    const saver = start()
    saver.note({ text: 'a' })
    await wait(SAVE_AFTER_MS)
    expect(told).toEqual([outcome])
    saver.drop()
  })
})
