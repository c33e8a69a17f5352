import { expect, it } from 'vitest'
import { coachSecrets, isSame } from './coach-secrets.ts'

const [secrets, others] = [coachSecrets('a secret'), coachSecrets('another secret')]
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

it('names accounts and texts alike each time, apart from each other, and otherwise for every server', () => {
  const names = [
    ...[secrets, others].flatMap((of) => [of.pseudonym('a'), of.pseudonym('b'), of.instance]),
    ...[secrets, others].flatMap((of) => [of.mark('a', 'x'), of.mark('b', 'x'), of.mark('a', 'y')]),
  ]
  expect(new Set(names).size).toBe(names.length)
  expect(secrets.pseudonym('a')).toBe(coachSecrets('a secret').pseudonym('a'))
  expect(names.join()).not.toMatch(/secret/)
})

it('takes no list of parts for another that reads the same when they are joined', () => {
  expect(hex(secrets.proof('a', 'bc', 'd'))).not.toBe(hex(secrets.proof('ab', 'c', 'd')))
  expect(hex(secrets.proof('a', '1:b', 'c'))).not.toBe(hex(secrets.proof('a', '1', ':bc')))
  expect(hex(secrets.request('a', 'b'))).not.toBe(hex(secrets.proof('a', 'b', '')))
})

it('compares bytes whole', () => {
  expect(isSame(new Uint8Array([1, 2]), new Uint8Array([1, 2]))).toBe(true)
  expect(isSame(new Uint8Array([1, 2]), new Uint8Array([1, 3]))).toBe(false)
  expect(isSame(new Uint8Array([1, 2]), new Uint8Array([1]))).toBe(false)
})
