import { fail, ok, type Result } from '../../../shared/result/result.ts'

/** 16 random bytes that a person can write down: a recovery code, or the code that brings another device in. */
export type CodeSecret = Uint8Array<ArrayBuffer> & { readonly __brand: 'CodeSecret' }

/** `length`: characters are missing or too many; `symbol`: one that no code has; `check`: one is mistyped. */
export interface CodeProblem {
  readonly kind: 'length' | 'symbol' | 'check'
  readonly message: string
}

export const CODE_SECRET_BYTES = 16

// Crockford's base32, https://www.crockford.com/base32.html: the code is one number, and the check symbol is what it
// leaves when divided by 37, which tells any one wrong digit and any two neighbours that changed places.
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CHECK_SYMBOLS = `${DIGITS}*~$=U`
const CODE_DIGITS = 26

/** The code in groups of four, the last of them three with the check symbol: `01AB-...-XYZ`. */
export function codeOf(secret: CodeSecret): string {
  const number = secret.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  const digits = Array.from({ length: CODE_DIGITS }, (_, place) =>
    DIGITS.charAt(Number((number >> BigInt(5 * (CODE_DIGITS - 1 - place))) & 31n)),
  )
  const code = `${digits.join('')}${CHECK_SYMBOLS.charAt(Number(number % 37n))}`
  return code.replace(/.{4}(?=.)/g, '$&-')
}

/** The secret of a code as it was typed: in any case and grouping, O for 0, I or L for 1. */
export function secretOf(typed: string): Result<CodeSecret, CodeProblem> {
  const code = normalised(typed)
  if (code.length !== CODE_DIGITS + 1) return fail(lengthProblem(code.length))
  const digits = [...code.slice(0, CODE_DIGITS)].map((digit) => DIGITS.indexOf(digit))
  const check = CHECK_SYMBOLS.indexOf(code.slice(CODE_DIGITS))
  if (check === -1 || digits.includes(-1))
    return fail({ kind: 'symbol', message: 'There is a character in it that no code has.' })
  const number = digits.reduce((sum, digit) => sum * 32n + BigInt(digit), 0n)
  if (number % 37n !== BigInt(check) || number >> 128n !== 0n)
    return fail({ kind: 'check', message: 'A character is mistyped, or two have changed places.' })
  return ok(codeSecretOf(Uint8Array.from({ length: CODE_SECRET_BYTES }, (_, place) => byteAt(number, place))))
}

/** The bytes as a secret. Throws RangeError where they are not 16. */
export function codeSecretOf(bytes: Uint8Array<ArrayBuffer>): CodeSecret {
  if (bytes.length !== CODE_SECRET_BYTES) throw new RangeError('The secret of a code has 16 bytes')
  return bytes as CodeSecret
}

const byteAt = (number: bigint, place: number) => Number((number >> BigInt(8 * (CODE_SECRET_BYTES - 1 - place))) & 255n)

function normalised(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}_.]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
}

function lengthProblem(length: number): CodeProblem {
  const missing = CODE_DIGITS + 1 - length
  const count = Math.abs(missing)
  const characters = count === 1 ? 'character' : 'characters'
  return { kind: 'length', message: `${count} ${characters} ${missing > 0 ? 'missing' : 'too many'}.` }
}
