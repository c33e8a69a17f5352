import { describe, expect, it } from 'vitest'
import { shortcutReader } from './keyboard.ts'
import { ROUTES } from './routes.ts'

const press = (key: string, over = {}) => ({ key, modified: false, typing: false, ...over })

describe('keyboard shortcuts', () => {
  it('goes to each route by g and its letter', () => {
    for (const { key, path } of ROUTES) {
      const read = shortcutReader()
      expect(read(press('g'), 0)).toBeUndefined()
      expect(read(press(key), 100)).toEqual({ kind: 'go', path })
    }
  })
  it('gives every route a letter of its own', () => {
    expect(new Set(ROUTES.map(({ key }) => key)).size).toBe(ROUTES.length)
  })
  it('forgets g after a second and a half', () => {
    const read = shortcutReader()
    read(press('g'), 0)
    expect(read(press('h'), 1501)).toBeUndefined()
  })
  it('leaves letters in a field and browser shortcuts alone', () => {
    const read = shortcutReader()
    expect(read(press('n', { typing: true }), 0)).toBeUndefined()
    expect(read(press('n', { modified: true }), 0)).toBeUndefined()
    expect(read(press('n'), 0)).toEqual({ kind: 'log' })
    expect(read(press('?'), 0)).toEqual({ kind: 'help' })
  })
})
