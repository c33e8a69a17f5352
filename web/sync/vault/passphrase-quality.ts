import { normalisedEmail } from './passphrase.ts'

/** The fewest characters. The server's copy is all that a thief could guess against, at seconds a guess. */
const PASSPHRASE_LENGTH = 12

const FEWEST_DIFFERENT = 5

/** `message` is for the person. */
export interface PassphraseProblem {
  readonly kind: 'short' | 'email' | 'repeats'
  readonly message: string
}

/** What is wrong with a new passphrase, or undefined where it may be used. */
export function problemOfPassphrase(passphrase: string, email: string): PassphraseProblem | undefined {
  const characters = [...passphrase.normalize('NFKC')]
  if (characters.length < PASSPHRASE_LENGTH)
    return { kind: 'short', message: `Use at least ${PASSPHRASE_LENGTH} characters. A few random words are best.` }
  const address = normalisedEmail(email)
  if (address !== '' && restWithout(passphrase, address).length < PASSPHRASE_LENGTH / 2)
    return { kind: 'email', message: 'Your e-mail address is not secret. Use something else.' }
  if (new Set(characters).size < FEWEST_DIFFERENT)
    return { kind: 'repeats', message: 'It repeats a few characters. Use something harder to guess.' }
  return undefined
}

/** What is left of a passphrase without the address, its name and its host. */
function restWithout(passphrase: string, address: string): string {
  const parts = [address, ...address.split('@')].filter((part) => part.length > 2)
  return parts.reduce((rest, part) => rest.replaceAll(part, ''), passphrase.normalize('NFKC').toLowerCase())
}
