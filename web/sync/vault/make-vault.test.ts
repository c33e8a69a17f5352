import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../shared/document/canonical-json.ts'
import type { Document, Json } from '../../../shared/document/document.ts'
import { problemOfJson } from '../../../shared/document/json.ts'
import { LATEST_STAMP, type Stamp } from '../../../shared/document/stamp.ts'
import { envelopeKeySchema } from '../../../shared/sync/messages.ts'
import { deriveKeys } from './derive-keys.ts'
import { openVault } from './make-vault.ts'
import { type RandomBytes, vaultKeyOf } from './vault-key.ts'

const ACCOUNT = 'account-1'
const vaultKey = vaultKeyOf(Uint8Array.from({ length: 32 }, (_, index) => index))
const iv = Uint8Array.from({ length: 12 }, (_, index) => 100 + index)
const weight: Document = {
  collection: 'day',
  id: '2026-11-23',
  fields: { weight: 74.6, 'steps@apple-health': 8000, note: 'é' },
  stamps: { weight: 1024 as Stamp, 'steps@apple-health': 2048 as Stamp, note: 3072 as Stamp },
}

const random: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length))

const vaultOf = async (key = vaultKey, accountId = ACCOUNT, randomBytes = random) =>
  openVault({ accountId, keys: await deriveKeys(key), randomBytes })

/** The format once more, in Node's own cryptography and nothing of ours. */
const reference = {
  key: (info: string) => Buffer.from(hkdfSync('sha256', vaultKey, '', info, 32)),
  name: (collection: string, id: string) =>
    createHmac('sha256', reference.key('ownit/1/index'))
      .update(`${collection}\0${id}`)
      .digest()
      .subarray(0, 16)
      .toString('base64url'),
  seal(name: string, plainText: Uint8Array) {
    const cipher = createCipheriv('aes-256-gcm', reference.key('ownit/1/seal'), iv)
    cipher.setAAD(Buffer.from(`ownit/1\0${ACCOUNT}\0${name}\x001`))
    const text = Buffer.concat([cipher.update(plainText), cipher.final()])
    return new Uint8Array(Buffer.concat([Uint8Array.of(1, 1), iv, text, cipher.getAuthTag()]))
  },
  open(name: string, envelope: Uint8Array) {
    const decipher = createDecipheriv('aes-256-gcm', reference.key('ownit/1/seal'), envelope.subarray(2, 14))
    decipher.setAAD(Buffer.from(`ownit/1\0${ACCOUNT}\0${name}\x001`))
    decipher.setAuthTag(envelope.subarray(-16))
    return Buffer.concat([decipher.update(envelope.subarray(14, -16)), decipher.final()])
  },
  padded(json: string) {
    const bytes = Buffer.from(json)
    const length = bytes.length + 1
    const exponent = Math.floor(Math.log2(length))
    const step = 2 ** (exponent - Math.floor(Math.log2(exponent)) - 1)
    const padded = new Uint8Array(Math.ceil(length / step) * step)
    padded.set(bytes)
    padded[bytes.length] = 0x80
    return padded
  },
}

const CANONICAL =
  '{"c":"day","f":{"note":"é","steps@apple-health":8000,"weight":74.6},"i":"2026-11-23",' +
  '"s":{"note":3072,"steps@apple-health":2048,"weight":1024}}'

/** What `weight` is sealed to with `iv`: bytes that lie on servers, which no later version may make otherwise. */
const PINNED =
  'AQFkZWZnaGlqa2xtbm92W__qEXJmOKpe1mK_ZAL_rTHwMfbQP-upILaDNw-WxgFLXCto0QwUVqmZyWyFxQjd8t-WKRA9gW5sZbaa' +
  'YDgIF9MBrVEpCPnThHaJlFGErqFdc6O_pUgFLN29Tw5AB5P_wGu_FBeS7CPHWrailaA_ijul2Z7PCYqCDA4ePfPl2Zt3pilv-Iwl' +
  'p4VDNngKYM4KwPWXddVBumnQITgtdgvQowfNLJ95RKmbxq43-FiHCg'

const named = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).filter((text) => text !== '__proto__')
const documents: fc.Arbitrary<Document> = fc
  .record({
    collection: named,
    id: named,
    entries: fc.uniqueArray(
      fc.tuple(
        named,
        fc.jsonValue().filter((json) => problemOfJson(json) === undefined) as fc.Arbitrary<Json>,
        fc.integer({ min: 0, max: LATEST_STAMP }).map((stamp) => stamp as Stamp),
      ),
      { selector: ([name]) => name, maxLength: 6 },
    ),
  })
  .map(({ collection, id, entries }) => ({
    collection,
    id,
    fields: Object.fromEntries(entries.map(([name, value]) => [name, value])),
    stamps: Object.fromEntries(entries.map(([name, , stamp]) => [name, stamp])),
  }))

describe('an envelope', () => {
  it('[E1] [E2] [E3] has the bytes that another implementation makes', async () => {
    const vault = await vaultOf(vaultKey, ACCOUNT, () => iv.slice())
    const { key, envelope } = await vault.seal(weight)
    expect(key).toBe('HOFJSzv_8yzB_oOT0khWAw')
    expect(key).toBe(reference.name('day', '2026-11-23'))
    expect(envelope).toEqual(reference.seal(key, reference.padded(CANONICAL)))
    expect(Buffer.from(envelope).toString('base64url')).toBe(PINNED)
  })

  it('[E1] made by another implementation opens', async () => {
    const name = envelopeKeySchema.parse(reference.name('day', '2026-11-23'))
    const envelope = reference.seal(name, reference.padded(CANONICAL))
    expect(await (await vaultOf()).open(name, envelope)).toEqual({ ok: true, value: weight })
  })

  it('[E1] never has the same vector twice', async () => {
    const vault = await vaultOf()
    const sealed = await Promise.all(Array.from({ length: 500 }, () => vault.seal(weight)))
    expect(new Set(sealed.map(({ envelope }) => Buffer.from(envelope.subarray(2, 14)).toString('hex'))).size).toBe(500)
    expect(new Set(sealed.map(({ key }) => key)).size).toBe(1)
  })

  it('[E2] [M4] brings back any document as it was, and its plain text is canonical JSON and padding', async () => {
    const vault = await vaultOf()
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        const { key, envelope } = await vault.seal(document)
        const opened = await vault.open(key, envelope)
        const { collection: c, id: i, fields: f, stamps: s } = document
        const json = canonicalJson({ c, i, f, s })
        // Compared as canonical JSON, where -0 is 0.
        expect(opened.ok && canonicalJson({ ...opened.value })).toBe(canonicalJson({ ...document }))
        expect(new Uint8Array(reference.open(key, envelope))).toEqual(reference.padded(json))
      }),
    )
  })

  it('[E2] does not tell one number of digits from another', async () => {
    const vault = await vaultOf()
    const length = async (steps: number) =>
      (await vault.seal({ ...weight, fields: { ...weight.fields, steps } })).envelope.length
    expect(await length(1)).toBe(await length(12_345))
  })

  it('[E3] comes under a name that says nothing: another vault key gives the same document another', async () => {
    const other = await vaultOf(vaultKeyOf(random(32)))
    expect(await other.keyOf('day', '2026-11-23')).not.toBe(await (await vaultOf()).keyOf('day', '2026-11-23'))
  })

  it('[E3] is made with keys that nobody can read out, and that outlive the tab', async () => {
    const keys = await deriveKeys(vaultKey)
    for (const key of Object.values(keys)) {
      expect(key.extractable).toBe(false)
      await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
    }
    const kept = structuredClone(keys)
    const { key, envelope } = await (await vaultOf()).seal(weight)
    const later = openVault({ accountId: ACCOUNT, keys: kept, randomBytes: random })
    expect(await later.open(key, envelope)).toMatchObject({ ok: true })
  })
})

describe('opening', () => {
  it('[E1] [E5] refuses an envelope with any bit flipped', async () => {
    const vault = await vaultOf()
    const { key, envelope } = await vault.seal(weight)
    for (let bit = 0; bit < envelope.length * 8; bit += 1) {
      const flipped = envelope.slice()
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const opened = await vault.open(key, flipped)
      expect(opened).toMatchObject({ ok: false, failure: { kind: bit < 8 ? 'format' : 'key' } })
    }
  })

  it('[E1] refuses what was sealed for another account, under another name or with another vault key', async () => {
    const vault = await vaultOf()
    const { key, envelope } = await vault.seal(weight)
    const otherName = await vault.keyOf('day', '2026-11-24')
    const problem = { ok: false, failure: { kind: 'key' } }
    expect(await (await vaultOf(vaultKey, 'account-2')).open(key, envelope)).toMatchObject(problem)
    expect(await vault.open(otherName, envelope)).toMatchObject(problem)
    expect(await (await vaultOf(vaultKeyOf(random(32)))).open(key, envelope)).toMatchObject(problem)
  })

  it('[E4] refuses a document that was sealed under the name of another', async () => {
    const name = envelopeKeySchema.parse(reference.name('day', '2026-11-24'))
    const opened = await (await vaultOf()).open(name, reference.seal(name, reference.padded(CANONICAL)))
    expect(opened).toMatchObject({ ok: false, failure: { kind: 'content' } })
  })

  it.each([
    ['nothing', new Uint8Array(0)],
    ['zeros alone', new Uint8Array(64)],
    ['no end of the text', Buffer.from(CANONICAL)],
    ['no UTF-8', Uint8Array.of(0x22, 0xff, 0x22, 0x80)],
    ['no JSON', reference.padded('{"c":"day"')],
    ['a byte order mark', reference.padded(`\ufeff${CANONICAL}`)],
    ['no object', reference.padded('[1]')],
    ['no stamps', reference.padded('{"c":"day","f":{"weight":1},"i":"2026-11-23","s":{}}')],
    [
      'a field that may not be',
      reference.padded('{"c":"day","f":{"__proto__":1},"i":"2026-11-23","s":{"__proto__":1}}'),
    ],
    ['a stamp that would stop the clock', reference.padded(CANONICAL.replace('3072', String(Number.MAX_SAFE_INTEGER)))],
  ])('[E5] answers a sealed text that holds no document with a reason: %s', async (_, plainText) => {
    const name = envelopeKeySchema.parse(reference.name('day', '2026-11-23'))
    const opened = await (await vaultOf()).open(name, reference.seal(name, plainText))
    expect(opened).toMatchObject({ ok: false, failure: { kind: 'content' } })
    expect(JSON.stringify(opened)).not.toMatch(/weight|2026|proto/)
  })

  it('[E5] answers any bytes with a reason and never throws', async () => {
    const vault = await vaultOf()
    const key = await vault.keyOf('day', '2026-11-23')
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.boolean(), async (bytes, headed) => {
        const envelope = new Uint8Array(headed ? [1, 1, ...bytes] : bytes)
        expect(await vault.open(key, envelope)).toMatchObject({ ok: false })
      }),
    )
  })
})
