import { derivePassphrase, normalisedEmail } from '../vault/passphrase.ts'
import type { AccountPorts, Flow } from './account-flow.ts'
import { type CreatedAccount, createAccount } from './create-account.ts'

/**
 * [V4] Empties an account that nobody can open any more and starts it again, with a new vault and the same passphrase. What
 * the server held is lost by this; what is on a device is not.
 */
export async function startAgain(
  ports: AccountPorts,
  asked: { readonly email: string; readonly passphrase: string; readonly invitation?: string },
): Flow<CreatedAccount> {
  const email = normalisedEmail(asked.email)
  const { authPassword } = await derivePassphrase(asked.passphrase, email, ports.argon2)
  const signedIn = await ports.client.signIn({ email, password: authPassword })
  if (!signedIn.ok) return signedIn
  const deleted = await ports.client.deleteAccount(authPassword)
  if (!deleted.ok) return deleted
  return createAccount(ports, asked)
}
