import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../../shared/result/result.ts'
import { commit } from '../../store/commit.ts'
import { syncStatus } from '../../store/sync-status.ts'
import { turnOffSync, turnOnSync } from '../../store/sync-switch.ts'
import { good, testDatabase } from '../../store/test-database.ts'
import { ModelServer } from '../engine/model-server.ts'
import type { Transport, TransportProblem } from '../engine/transport.ts'
import { makeDeviceKeys } from '../vault/device-keys.ts'
import { makeVaultKey } from '../vault/vault-key.ts'
import { Runner } from './runner.ts'

const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const never = new AbortController().signal

/** A device that synchronises with a model of the server, which may answer with a problem instead. */
async function world() {
  const server = new ModelServer()
  const { db } = testDatabase()
  const state: { problem: TransportProblem | undefined; exchanges: number } = { problem: undefined, exchanges: 0 }
  const transport: Transport = {
    exchange: async (request) => {
      state.exchanges += 1
      return state.problem === undefined ? ok(server.exchange(request, db.now())) : fail(state.problem)
    },
  }
  const runner = new Runner({
    db,
    transport,
    locks: { request: (_name, _options, granted) => granted() },
    clock: { now: db.now, steady: () => 0 },
    randomBytes,
  })
  const turnOn = async () => {
    const keys = await makeDeviceKeys(makeVaultKey(randomBytes), randomBytes)
    good(await turnOnSync(db, { account: 'a', keys }))
  }
  const edits = [{ collection: 'day', id: '2026-11-23', fields: { steps: 8000 } }]
  good(await commit(db, { kind: 'edit', label: 'Steps', edits }))
  return { db, server, state, runner, turnOn, run: () => runner.run('by-hand', never) }
}

describe('a run on this device', () => {
  it('asks nobody anything where synchronisation is off', async () => {
    const { run, state, turnOn, db } = await world()
    expect(await run()).toEqual({ kind: 'given-up' })
    await turnOn()
    good(await turnOffSync(db))
    expect(await run()).toEqual({ kind: 'given-up' })
    expect(state.exchanges).toBe(0)
  })

  it('backs up what is here, and says so', async () => {
    const { run, server, turnOn, db } = await world()
    await turnOn()
    expect(await run()).toEqual({ kind: 'done' })
    expect(server.documents.size).toBe(1)
    expect(await syncStatus(db)).toMatchObject({ unsent: 0, lastSuccessAt: db.now(), problem: undefined })
  })

  it.each<[TransportProblem, unknown]>([
    [{ kind: 'offline' }, { kind: 'again' }],
    [{ kind: 'unexpected', status: 500 }, { kind: 'again' }],
    [
      { kind: 'busy', afterMs: 7000 },
      { kind: 'again', afterMs: 7000 },
    ],
    [{ kind: 'signed-out' }, { kind: 'signed-out' }],
    [{ kind: 'other-version', speaks: 2 }, { kind: 'given-up' }],
  ])('that ends with %j is followed by what helps', async (problem, end) => {
    const { run, state, turnOn, db } = await world()
    await turnOn()
    state.problem = problem
    expect(await run()).toEqual(end)
    expect(await syncStatus(db)).toMatchObject({ unsent: 1, problem: { kind: problem.kind } })
    state.problem = undefined
    expect(await run()).toEqual({ kind: 'done' })
  })
})
