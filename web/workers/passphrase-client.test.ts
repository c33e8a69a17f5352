import { describe, expect, it } from 'vitest'
import { argon2id } from '../sync/vault/argon2id.ts'
import { argon2InWorker, type PassphrasePort } from './passphrase-client.ts'
import { answerPassphrase } from './passphrase-service.ts'

const input = () => ({
  password: new TextEncoder().encode('correct horse'),
  salt: new Uint8Array(16),
  memory: 64,
  passes: 1,
  lanes: 1,
  length: 64,
})

/** A worker without a thread: messages are copied as a worker's are. */
function joined() {
  const listeners = new Map<string, (event: unknown) => void>()
  const world = { started: 0, ended: 0, seen: new Uint8Array(0) }
  const port: PassphrasePort = {
    postMessage: (message: unknown) => {
      const copy = structuredClone(message)
      queueMicrotask(() => {
        listeners.get('message')?.(new MessageEvent('message', { data: structuredClone(answerPassphrase(copy)) }))
        if (typeof copy === 'object' && copy !== null && 'password' in copy && copy.password instanceof Uint8Array)
          world.seen = new Uint8Array(copy.password)
      })
    },
    addEventListener: (type: string, listener: unknown) => {
      if (typeof listener === 'function') listeners.set(type, (event) => void listener(event))
    },
    terminate: () => {
      world.ended += 1
    },
  }
  const start = () => {
    world.started += 1
    return port
  }
  return { world, start, fail: (message: string) => listeners.get('error')?.({ message }) }
}

describe('the passphrase worker', () => {
  it('derives what the library derives, in a worker of its own that ends with it and keeps no passphrase', async () => {
    const { world, start } = joined()
    const argon2 = argon2InWorker(start)
    expect(await argon2(input())).toEqual(argon2id(input()))
    await argon2(input())
    expect(world).toMatchObject({ started: 2, ended: 2 })
    expect(world.seen.every((byte) => byte === 0)).toBe(true)
  })

  it('says when the device cannot do it, and when it did not load', async () => {
    const { start, fail, world } = joined()
    const argon2 = argon2InWorker(start)
    await expect(argon2({ ...input(), memory: 2 ** 24 })).rejects.toThrow('maxmem')
    const waiting = argon2(input())
    fail('')
    await expect(waiting).rejects.toThrow('The passphrase worker failed.')
    expect(world.ended).toBe(2)
  })
})
