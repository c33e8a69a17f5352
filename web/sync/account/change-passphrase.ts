import { fail, ok, type Result } from '../../../shared/result/result.ts'
import { withVaultKey } from '../vault/kept-vault-key.ts'
import { makeKeyslot } from '../vault/keyslot.ts'
import { derivePassphrase } from '../vault/passphrase.ts'
import type { AccountClient } from './account-client.ts'
import type { AccountPorts, Flow, OpenedAccount } from './account-flow.ts'
import type { AccountProblem } from './account-problem.ts'

/**
 * [V2] Changes the passphrase, which signs every other device out. Wraps one slot and seals no document. The new slot is
 * there before the password changes and the old one goes after it, so wherever this breaks off, the passphrase that
 * signs in opens a slot. Asked again with the same two passphrases it comes to its end.
 */
export async function changePassphrase(
  { client, argon2, randomBytes }: AccountPorts,
  { accountId, email, keys }: OpenedAccount,
  { current, next }: { readonly current: string; readonly next: string },
): Flow<void> {
  const before = await derivePassphrase(current, email, argon2)
  const { authPassword, slotKey, kdf } = await derivePassphrase(next, email, argon2)
  const slot = await withVaultKey(keys.kept, (vaultKey) =>
    makeKeyslot({ accountId, kind: 'passphrase', slotKey, kdf, vaultKey, randomBytes }),
  )
  const put = await client.putKeyslot(slot)
  if (!put.ok) return put
  const changed = await changePassword(client, email, before.authPassword, authPassword)
  if (!changed.ok) {
    // Where the server did not say no it may have changed, and then this slot is the one that opens.
    const { kind } = changed.failure
    if (kind === 'wrong-credentials' || kind === 'throttled') await client.deleteKeyslot(slot.id)
    return changed
  }
  return deleteOtherPassphraseSlots(client, slot.id)
}

/** Good also where an earlier attempt, whose answer was lost, has changed it already. */
async function changePassword(
  client: AccountClient,
  email: string,
  currentPassword: string,
  newPassword: string,
): Promise<Result<void, AccountProblem>> {
  const changed = await client.changePassword({ currentPassword, newPassword })
  if (changed.ok || changed.failure.kind !== 'wrong-credentials') return changed
  const already = await client.signIn({ email, password: newPassword })
  return already.ok ? ok(undefined) : fail(changed.failure)
}

/** Leaves one slot of a passphrase. */
export async function deleteOtherPassphraseSlots(client: AccountClient, kept: string): Flow<void> {
  const slots = await client.keyslots()
  if (!slots.ok) return slots
  for (const { id, kind } of slots.value) {
    if (kind !== 'passphrase' || id === kept) continue
    const deleted = await client.deleteKeyslot(id)
    if (!deleted.ok) return deleted
  }
  return ok(undefined)
}
