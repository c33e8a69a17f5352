import { fail } from '../../../shared/result/result.ts'
import { derivePassphrase, normalisedEmail } from '../vault/passphrase.ts'
import type { AccountPorts, Flow } from './account-flow.ts'
import { type CreatedAccount, createAccount } from './create-account.ts'

/**
 * [V4] Empties an account that nobody can open any more and starts it again, with a new vault and the same passphrase. What
 * the server held is lost by this; what is on a device is not. Where the server would not take the new account, nothing is
 * deleted.
 */
export async function startAgain(
  ports: AccountPorts,
  asked: { readonly email: string; readonly passphrase: string; readonly invitation?: string },
): Flow<CreatedAccount> {
  const email = normalisedEmail(asked.email)
  const { authPassword } = await derivePassphrase(asked.passphrase, email, ports.argon2)
  const { invitation } = asked
  const credentials = { email, password: authPassword }
  // Signs in to the account that is there, unless the server takes no new ones: told now, before the old one is gone.
  const signedIn = await ports.client.signUp(invitation === undefined ? credentials : { ...credentials, invitation })
  if (!signedIn.ok) return signedIn
  const deleted = await ports.client.deleteAccount(authPassword)
  // The session of a sign-up with another password leads nowhere.
  if (!deleted.ok) return fail(deleted.failure.kind === 'signed-out' ? { kind: 'wrong-credentials' } : deleted.failure)
  return createAccount(ports, asked)
}
