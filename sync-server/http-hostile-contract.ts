import { gzipSync } from 'node:zlib'
import { beforeAll, expect, it } from 'vitest'
import { PATHS, PROTOCOL_VERSION } from '../shared/sync/protocol.ts'
import { type HttpDevice, newEnvelope, newKey, newPush, signedUp } from './http-contract-subject.ts'

const MIB = 1024 * 1024
const GZIP = { 'content-encoding': 'gzip' }
const request = (push: unknown, more: object = {}) => ({ v: PROTOCOL_VERSION, epoch: '', cursor: 0, push, ...more })

type HostileBody = readonly [
  what: string,
  body: () => string | Uint8Array,
  status: number,
  headers?: Readonly<Record<string, string>>,
]

/** Bodies for the exchange that no device sends, and what they are answered with. */
const HOSTILE: readonly HostileBody[] = [
  ['over a mebibyte', () => `"${'x'.repeat(MIB)}"`, 413],
  ['over a mebibyte once unpacked', () => gzipSync(`"${'x'.repeat(MIB)}"`), 413, GZIP],
  ['a gzip that unpacks to a thousand times its size', () => gzipSync(Buffer.alloc(200 * MIB)), 413, GZIP],
  ['many gzips in one', () => Buffer.concat(Array.from({ length: 100 }, () => gzipSync(Buffer.alloc(MIB)))), 413, GZIP],
  ['half a gzip', () => gzipSync(JSON.stringify(request([]))).subarray(0, 30), 400, GZIP],
  ['a gzip that is none', () => JSON.stringify(request([])), 400, GZIP],
  ['an unknown encoding', () => JSON.stringify(request([])), 415, { 'content-encoding': 'zstd' }],
  ['half a million brackets', () => '['.repeat(500_000), 400],
  ['JSON half a million deep', () => '['.repeat(500_000) + ']'.repeat(500_000), 400],
  [
    'items half a million deep',
    () => JSON.stringify(request([0])).replace('[0]', `[${'['.repeat(500_000)}${']'.repeat(500_000)}]`),
    200,
  ],
  ['no bytes', () => '', 400],
  ['no UTF-8', () => new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), 400],
  ['a number', () => '1', 400],
  ['null', () => 'null', 400],
  ['NaN', () => '{"v":NaN}', 400],
  ['10 000 items', () => JSON.stringify(request(new Array(10_000).fill(0))), 413],
  ['a push that is no list', () => JSON.stringify(request({ length: 1 })), 400],
  ['a cursor that is negative', () => JSON.stringify(request([], { cursor: -1 })), 400],
  ['a cursor that is a fraction', () => JSON.stringify(request([], { cursor: 0.5 })), 400],
  ['a cursor that is no safe number', () => JSON.stringify(request([])).replace('"cursor":0', '"cursor":1e300'), 400],
  ['a cursor far ahead', () => JSON.stringify(request([], { cursor: Number.MAX_SAFE_INTEGER })), 200],
  ['an epoch of a mebibyte', () => JSON.stringify(request([], { epoch: 'e'.repeat(MIB / 2) })), 400],
  ['an epoch that is SQL', () => JSON.stringify(request([], { epoch: "'; DROP TABLE documents; --" })), 200],
  ['version 0', () => JSON.stringify(request([], { v: 0 })), 400],
  ['a version that is text', () => JSON.stringify(request([], { v: '1' })), 400],
  ['the same field twice', () => '{"v":1,"v":1,"epoch":"","cursor":0,"push":[],"push":[]}', 200],
  ['a prototype', () => '{"v":1,"epoch":"","cursor":0,"push":[],"__proto__":{"isAdmin":true},"constructor":{}}', 200],
]

const ITEMS: readonly (readonly [what: string, item: unknown])[] = [
  ['null', null],
  ['text', 'x'],
  ['a list', [newKey(), 0, newEnvelope()]],
  ['a prototype', JSON.parse('{"__proto__":{"key":"AAAAAAAAAAAAAAAAAAAAAA","base":0,"envelope":"AAAA"}}')],
  ['the key __proto__', { key: '__proto__', base: 0, envelope: 'AAAA' }],
  ['a key of another length', newPush({ key: `${newKey()}AA` })],
  ['a key in another spelling', newPush({ key: `${'A'.repeat(21)}B` })],
  ['a key with a zero', newPush({ key: `${'A'.repeat(21)}\0` })],
  ['a key that is SQL', newPush({ key: "' OR 1=1; --AAAAAAAAAA" })],
  ['a base that is text', { ...newPush(), base: '0' }],
  ['a base beyond what is safe', { ...newPush(), base: 2 ** 60 }],
  ['an envelope that is a number', { ...newPush(), envelope: 1 }],
  ['an envelope in base64', newPush({ envelope: '+/+/' })],
  ['an envelope with padding', newPush({ envelope: 'AA==' })],
  ['an envelope with a line break', newPush({ envelope: 'AAAA\nAAAA' })],
]

export function describeHostility(url: () => string): void {
  // One account for all: a server that one of these broke would show in those after it.
  let device: HttpDevice
  beforeAll(async () => {
    device = await signedUp(url())
  })
  const goesOn = async () => {
    const { results } = await device.exchange({ push: [newPush()] })
    expect(results).toMatchObject([{ status: 'ok' }])
  }

  for (const [what, body, status, headers = {}] of HOSTILE)
    it(`answers ${what} by rule, and goes on`, async () => {
      const response = await device.request('POST', PATHS.sync, { body: body(), headers })
      expect(response.status).toBe(status)
      await response.arrayBuffer()
      await goesOn()
    })

  it.each(ITEMS)('rejects an item that is %s, and takes the one beside it', async (_, item) => {
    const good = newPush()
    const response = await device.request('POST', PATHS.sync, { body: request([item, good]) })
    expect(await response.json()).toMatchObject({
      results: [
        { status: 'rejected', reason: 'malformed' },
        { key: good.key, status: 'ok' },
      ],
    })
  })

  it('writes a request once, however often it is sent and whoever sends it', async () => {
    const [device, stranger] = [await signedUp(url()), await signedUp(url())]
    const body = request(Array.from({ length: 5 }, () => newPush()))
    const send = () => device.request('POST', PATHS.sync, { body })
    const answers = await Promise.all([send(), send(), send(), send()])
    for (const answer of answers) expect(answer.status).toBe(200)
    expect(await device.exchange()).toMatchObject({ count: 5, cursor: 5 })
    await stranger.request('POST', PATHS.sync, { body })
    expect(await device.exchange()).toMatchObject({ count: 5, cursor: 5 })
  })

  it("answers methods and paths that are none, and ids that are nobody's, by rule", async () => {
    for (const [method, path, status] of [
      ['GET', PATHS.sync, 404],
      ['PATCH', PATHS.keyslots, 404],
      ['POST', `${PATHS.sync}/`, 404],
      ['POST', `${PATHS.sync}%00`, 404],
      ['GET', `${PATHS.devices}/%2e%2e%2f%2e%2e%2fetc%2fpasswd`, 404],
      ['DELETE', `${PATHS.devices}?id=${'x'.repeat(5000)}`, 404],
      ['DELETE', `${PATHS.keyslots}?id=%00%ff`, 404],
      ['DELETE', `${PATHS.keyslots}?id=' OR '1'='1`, 404],
    ] as const)
      expect([path.slice(0, 80), (await device.request(method, path)).status]).toEqual([path.slice(0, 80), status])
    expect(await device.devices()).toHaveLength(1)
  })

  it('answers bodies that are wrong for every route with 400 or 413, never with 500', async () => {
    const routes = [
      ['POST', `${PATHS.auth}/sign-up/email`],
      ['POST', `${PATHS.auth}/sign-in/email`],
      ['POST', `${PATHS.auth}/sign-in/code`],
      ['POST', `${PATHS.auth}/change-password`],
      ['PUT', PATHS.keyslots],
      ['DELETE', PATHS.account],
    ] as const
    const bodies = [
      '',
      '{',
      'null',
      '[]',
      '""',
      `"${'x'.repeat(20_000)}"`,
      '{"__proto__":1}',
      '['.repeat(10_000),
      '{"email":{},"password":[]}',
    ]
    for (const [method, path] of routes)
      for (const body of bodies) {
        const { status } = await device.request(method, path, { body })
        expect([path, body.slice(0, 20), [400, 413].includes(status)]).toEqual([path, body.slice(0, 20), true])
      }
    await goesOn()
  })

  it('answers cookies that are made up or tampered with as if there were none', async () => {
    const cookie = device.cookie ?? ''
    const forged = [
      `${cookie}x`,
      cookie.replace(/=./, '=_'),
      cookie.slice(0, -4),
      cookie.split('.').slice(0, 2).join('.'),
      `${cookie.split('=')[0]}=%E0%A4%A`,
    ]
    for (const each of forged) {
      const other = await device.request('GET', PATHS.devices, { headers: { cookie: each } })
      expect([each, other.status]).toEqual([each, 401])
    }
    expect((await device.devices()).length).toBe(1)
  })
}
