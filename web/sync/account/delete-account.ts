import { derivePassphrase } from '../vault/passphrase.ts'
import type { AccountPorts, Flow } from './account-flow.ts'

/** Deletes the account on the server, which asks for the passphrase again. What is on the devices stays. */
export async function deleteAccount(
  { client, argon2 }: Pick<AccountPorts, 'client' | 'argon2'>,
  { email, passphrase }: { readonly email: string; readonly passphrase: string },
): Flow<void> {
  const { authPassword } = await derivePassphrase(passphrase, email, argon2)
  return client.deleteAccount(authPassword)
}
