import { ok } from '../../../shared/result/result.ts'
import { deriveCode, makeCodeSecret } from '../vault/code-keys.ts'
import { makeDeviceKeys } from '../vault/device-keys.ts'
import { withVaultKey } from '../vault/kept-vault-key.ts'
import { makeKeyslot } from '../vault/keyslot.ts'
import { derivePassphrase, normalisedEmail } from '../vault/passphrase.ts'
import { type CodeSecret, codeOf } from '../vault/secret-code.ts'
import type { AccountPorts, Flow, OpenedAccount } from './account-flow.ts'
import { deleteOtherPassphraseSlots } from './change-passphrase.ts'
import { openOneOf } from './open-slot.ts'

/**
 * [V2] Opens the vault with its recovery code where the passphrase is forgotten, and gives the account a new passphrase,
 * which signs every other device out. As with a change of passphrase, its slot is there before the password is.
 * The code stays good until a new one is made.
 */
export async function recoverAccount(
  { client, argon2, randomBytes }: AccountPorts,
  asked: { readonly email: string; readonly secret: CodeSecret; readonly newPassphrase: string },
): Flow<OpenedAccount> {
  const email = normalisedEmail(asked.email)
  const code = await deriveCode(asked.secret, 'recovery')
  const signedIn = await client.signInByCode({ email, proof: code.proof })
  if (!signedIn.ok) return signedIn
  const { accountId } = signedIn.value
  const slots = await client.keyslots()
  if (!slots.ok) return slots
  const opened = await openOneOf(slots.value, 'recovery', code.slotKey, accountId)
  if (!opened.ok) return opened
  const { vaultKey } = opened.value
  try {
    const { authPassword, slotKey, kdf } = await derivePassphrase(asked.newPassphrase, email, argon2)
    const slot = await makeKeyslot({ accountId, kind: 'passphrase', slotKey, kdf, vaultKey, randomBytes })
    const put = await client.putKeyslot(slot)
    if (!put.ok) return put
    const changed = await client.signInByCode({ email, proof: code.proof, newPassword: authPassword })
    if (!changed.ok) return changed
    const deleted = await deleteOtherPassphraseSlots(client, slot.id)
    if (!deleted.ok) return deleted
    return ok({ accountId, email, keys: await makeDeviceKeys(vaultKey, randomBytes) })
  } finally {
    vaultKey.fill(0)
  }
}

/**
 * [V4] A new recovery code, made by a device whose vault is open, to be shown once. Those from before open nothing any more;
 * the new one is there before they go.
 */
export async function replaceRecoveryCode(
  { client, randomBytes }: Pick<AccountPorts, 'client' | 'randomBytes'>,
  { accountId, keys }: OpenedAccount,
): Flow<string> {
  const secret = makeCodeSecret(randomBytes)
  const { slotKey, slotId } = await deriveCode(secret, 'recovery')
  const slot = await withVaultKey(keys.kept, (vaultKey) =>
    makeKeyslot({ accountId, kind: 'recovery', slotKey, kdf: null, vaultKey, randomBytes, id: slotId }),
  )
  const put = await client.putKeyslot(slot)
  if (!put.ok) return put
  const slots = await client.keyslots()
  if (!slots.ok) return slots
  for (const { id, kind } of slots.value) {
    if (kind !== 'recovery' || id === slotId) continue
    const deleted = await client.deleteKeyslot(id)
    if (!deleted.ok) return deleted
  }
  return ok(codeOf(secret))
}
