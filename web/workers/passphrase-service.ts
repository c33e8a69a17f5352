import { argon2id } from '../sync/vault/argon2id.ts'
import { type PassphraseResponse, passphraseRequest } from './passphrase-messages.ts'

/** Answers one message; what is no request of ours is a mistake in the app and thrown. */
export function answerPassphrase(message: unknown): PassphraseResponse {
  const asked = passphraseRequest.parse(message)
  try {
    return { kind: 'derived', bytes: argon2id(asked) }
  } catch (error) {
    // Too little memory, say. The page shows it; in here it would go unseen.
    return { kind: 'crash', message: error instanceof Error ? error.message : String(error) }
  } finally {
    asked.password.fill(0)
  }
}
