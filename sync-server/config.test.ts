import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

describe('config', () => {
  it('listens on this machine only, port 8787, data in ./data, when nothing is set', () => {
    expect(readConfig({}, '/home/ownit')).toEqual({
      ok: true,
      value: { port: 8787, host: '127.0.0.1', dataDir: '/home/ownit/data', webDir: '/home/ownit/web/dist' },
    })
  })

  it('takes PORT, HOST and DATA_DIR', () => {
    const config = readConfig({ PORT: '0', HOST: '0.0.0.0', DATA_DIR: '/var/lib/ownit' }, '/home/ownit')
    expect(config).toMatchObject({ ok: true, value: { port: 0, host: '0.0.0.0', dataDir: '/var/lib/ownit' } })
  })

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', ''],
    ['HOST', 'http://localhost'],
    ['DATA_DIR', '  '],
  ])('names %s when it is %j, without repeating the value', (name, value) => {
    const config = readConfig({ [name]: value }, '/home/ownit')
    expect(config.ok).toBe(false)
    if (config.ok) return
    expect(config.failure).toHaveLength(1)
    expect(config.failure[0]).toMatch(new RegExp(`^${name} must be `))
    if (value.trim() !== '') expect(config.failure[0]).not.toContain(value)
  })

  it('names every variable that is wrong at once', () => {
    const config = readConfig({ PORT: 'x', HOST: 'a b' }, '/')
    expect(config).toMatchObject({
      ok: false,
      failure: [expect.stringMatching(/^PORT/), expect.stringMatching(/^HOST/)],
    })
  })
})
