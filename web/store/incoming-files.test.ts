import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { clearIncomingFile, putIncomingFile, screenFor, takeIncomingFile } from './incoming-files.ts'

// Cache Storage as far as it is used: one map of responses a cache.
beforeEach(() => {
  const stored = new Map<string, Map<string, Response>>()
  vi.stubGlobal('caches', {
    open: async (name: string) => {
      const cache = stored.get(name) ?? new Map<string, Response>()
      stored.set(name, cache)
      return {
        put: async (key: string, response: Response) => void cache.set(key, response),
        match: async (key: string) => cache.get(key)?.clone(),
      }
    },
    delete: async (name: string) => stored.delete(name),
  })
})
afterEach(() => vi.unstubAllGlobals())

describe('a file on its way to the wizard', () => {
  it('comes out as it went in, as often as it is asked for, until it is cleared', async () => {
    expect(await takeIncomingFile()).toBeUndefined()
    const bytes = new Uint8Array([0, 255, 10, 13])
    await putIncomingFile(new File([bytes], 'Gewicht – März "1".csv', { type: 'text/csv', lastModified: 1234 }))
    for (let reload = 0; reload < 2; reload++) {
      const file = await takeIncomingFile()
      expect([file?.name, file?.type, file?.lastModified]).toEqual(['Gewicht – März "1".csv', 'text/csv', 1234])
      expect(new Uint8Array((await file?.arrayBuffer()) ?? [])).toEqual(bytes)
    }
    await clearIncomingFile()
    expect(await takeIncomingFile()).toBeUndefined()
  })

  it('is replaced by the next one', async () => {
    await putIncomingFile(new File(['a'], 'a.csv'))
    await putIncomingFile(new File(['b'], 'b.csv'))
    const file = await takeIncomingFile()
    expect([file?.name, await file?.text()]).toEqual(['b.csv', 'b'])
  })
})

it('score cards go to the leagues, all other files to the import', () => {
  expect(screenFor('anna-2026-11-27.ownit-card.json')).toBe('/community')
  expect(screenFor('steps.json')).toBe('/import')
})
