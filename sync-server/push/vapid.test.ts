import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keptVapidKeys } from './kept-vapid-keys.ts'
import { makeVapidKeys, readVapidKeys, type VapidKeys, vapidAuthorisation } from './vapid.ts'

let keys: VapidKeys
let folder: string
beforeAll(async () => {
  const read = await readVapidKeys(await makeVapidKeys())
  if (!read.ok) throw new Error(read.failure)
  keys = read.value
  folder = await mkdtemp(join(tmpdir(), 'ownit-push-'))
})
afterAll(() => rm(folder, { recursive: true }))

const partsOf = (header: string) => {
  const [, head = '', claims = '', signature = '', key = ''] =
    /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(header) ?? []
  const read = (text: string): unknown => JSON.parse(Buffer.from(text, 'base64url').toString())
  return { head: read(head), claims: read(claims), signed: `${head}.${claims}`, signature, key }
}

describe('what proves to a push service who asks', () => {
  it('is a text for that service and the next hours, signed by the key that devices subscribed with', async () => {
    const authorise = vapidAuthorisation({ keys, contact: 'mailto:owner@example.org', now: () => 1_800_000_000_000 })
    const { head, claims, signed, signature, key } = partsOf(await authorise('https://push.example.org'))
    expect(head).toEqual({ typ: 'JWT', alg: 'ES256' })
    expect(claims).toEqual({
      aud: 'https://push.example.org',
      exp: 1_800_000_000 + 12 * 3600,
      sub: 'mailto:owner@example.org',
    })
    expect(key).toBe(keys.publicKey)
    const own = await crypto.subtle.importKey(
      'raw',
      Buffer.from(key, 'base64url'),
      { name: 'ECDSA', namedCurve: 'P-256' },
      false,
      ['verify'],
    )
    const how = { name: 'ECDSA', hash: 'SHA-256' }
    const isOwn = crypto.subtle.verify(how, own, Buffer.from(signature, 'base64url'), Buffer.from(signed))
    expect(await isOwn).toBe(true)
  })

  it('is signed once for some hours and each service, and never used when it is over', async () => {
    let now = 0
    const authorise = vapidAuthorisation({ keys, contact: undefined, now: () => now })
    const first = await authorise('https://a.example.org')
    now = 5 * 3_600_000
    expect(await authorise('https://a.example.org')).toBe(first)
    expect(await authorise('https://b.example.org')).not.toBe(first)
    now = 7 * 3_600_000
    const later = await authorise('https://a.example.org')
    expect(partsOf(later).claims).toEqual({ aud: 'https://a.example.org', exp: 19 * 3600 })
  })
})

describe('the keys', () => {
  it('are made once and kept for their owner alone, unless some are configured', async () => {
    const [first, second] = await Promise.all([keptVapidKeys(undefined, folder), keptVapidKeys(undefined, folder)])
    if (!first.ok || !second.ok) throw new Error('not made')
    expect(second.value.publicKey).toBe(first.value.publicKey)
    expect((await stat(join(folder, 'push-keys'))).mode & 0o777).toBe(0o600)
    const text = await makeVapidKeys()
    expect(await keptVapidKeys(text, folder)).toMatchObject({ ok: true, value: { publicKey: text.split('.')[1] } })
  })

  it('that are cut off, or do not belong together, are refused by name and not repeated', async () => {
    const [one, other] = [await makeVapidKeys(), await makeVapidKeys()]
    const mixed = `${one.split('.')[0]}.${other.split('.')[1]}`
    for (const text of ['', one.slice(1), mixed, `${one.split('.')[0]}.${'A'.repeat(87)}`]) {
      const read = await keptVapidKeys(text, folder)
      if (read.ok) throw new Error('it was read')
      expect(read.failure).toMatch(/^PUSH_KEYS (must be|holds two keys)/)
      expect(read.failure).not.toContain(one.split('.')[0])
    }
    const broken = join(folder, 'broken')
    await writeFile(join(folder, 'push-keys'), 'short')
    expect(await keptVapidKeys(undefined, folder)).toMatchObject({ ok: false })
    expect(await keptVapidKeys(undefined, broken)).toMatchObject({ ok: false })
  })
})
