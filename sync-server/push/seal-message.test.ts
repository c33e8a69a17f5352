import { expect, it } from 'vitest'
import { newMessageSecrets, sealMessage } from './seal-message.ts'
import { newDevice, openMessage } from './test-device.ts'

const CURVE = { name: 'ECDH', namedCurve: 'P-256' }
const bytes = (base64url: string) => new Uint8Array(Buffer.from(base64url, 'base64url'))

it('a message is sealed as RFC 8291 says, byte for byte', async () => {
  // The example of RFC 8291, 5 and appendix A.
  const point = bytes('BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8')
  const coordinate = (start: number) => Buffer.from(point.subarray(start, start + 32)).toString('base64url')
  const jwk = { kty: 'EC', crv: 'P-256', x: coordinate(1), y: coordinate(33) }
  const d = 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'
  const pair = {
    privateKey: await crypto.subtle.importKey('jwk', { ...jwk, d }, CURVE, false, ['deriveBits']),
    publicKey: await crypto.subtle.importKey('jwk', jwk, CURVE, true, []),
  }
  const device = {
    p256dh: bytes('BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4'),
    auth: bytes('BTBZMqHH6r4Tts7J_aSIgg'),
  }
  const message = new Uint8Array(Buffer.from('When I grow up, I want to be a watermelon'))
  const sealed = await sealMessage(message, device, { pair, salt: bytes('DGv6ra1nlYgDCS1FRnbzlw') }, 0)
  expect(Buffer.from(sealed).toString('base64url')).toBe(
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  )
})

it('only the device reads it, and its length says nothing of its content', async () => {
  const [device, other] = [await newDevice(), await newDevice()]
  const seal = async (text: string) =>
    sealMessage(new Uint8Array(Buffer.from(text)), device.keys, await newMessageSecrets(), 64)
  const [short, long] = [await seal('a'), await seal('a'.repeat(60))]
  expect(short.length).toBe(long.length)
  expect(await openMessage(device, long)).toBe('a'.repeat(60))
  expect(await openMessage(device, short)).toBe('a')
  await expect(openMessage(other, short)).rejects.toThrow()
  expect(await seal('a')).not.toEqual(short)
})
