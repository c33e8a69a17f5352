/** Digits and letters of which none looks like another, and that spell no words. */
const ALPHABET = '23456789BCDFGHJKMNPQRSTVWXYZ'
const GROUPS = /^(?:[2-9BCDFGHJ-KMNP-TV-Z]{4}-){2}[2-9BCDFGHJ-KMNP-TV-Z]{4}$/
const LENGTH = 12
/** The greatest multiple of the alphabet's length within a byte: what is above would favour the first letters. */
const FAIR = Math.floor(256 / ALPHABET.length) * ALPHABET.length

/** A new invitation code such as `7KQX-M2VD-9RTB`, of 57 random bits: nobody finds one by trying. */
export function newLeagueCode(randomBytes: (length: number) => Uint8Array): string {
  let code = ''
  while (code.length < LENGTH)
    for (const byte of randomBytes(LENGTH))
      if (byte < FAIR && code.length < LENGTH) code += ALPHABET.charAt(byte % ALPHABET.length)
  return grouped(code)
}

/** The code that a person has typed, in its one spelling, or undefined where it is none. */
export function parseLeagueCode(text: string): string | undefined {
  const code = grouped(text.toUpperCase().replace(/[\s-]/g, ''))
  return GROUPS.test(code) ? code : undefined
}

const grouped = (code: string) => [code.slice(0, 4), code.slice(4, 8), code.slice(8)].join('-')
