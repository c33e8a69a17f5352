import { ok } from '../../../shared/result/result.ts'
import type { Keyslot } from '../../../shared/sync/messages.ts'
import { makeDeviceKeys } from '../vault/device-keys.ts'
import { derivePassphrase, normalisedEmail } from '../vault/passphrase.ts'
import type { AccountClient } from './account-client.ts'
import type { AccountPorts, Flow, OpenedAccount } from './account-flow.ts'
import { openOneOf } from './open-slot.ts'

/** [V2, V3] Signs in and opens the vault, both with the passphrase. */
export async function signIn(
  { client, argon2, randomBytes }: AccountPorts,
  asked: { readonly email: string; readonly passphrase: string },
): Flow<OpenedAccount> {
  const email = normalisedEmail(asked.email)
  const { authPassword, slotKey } = await derivePassphrase(asked.passphrase, email, argon2)
  const signedIn = await client.signIn({ email, password: authPassword })
  if (!signedIn.ok) return signedIn
  const { accountId } = signedIn.value
  const slots = await client.keyslots()
  if (!slots.ok) return slots
  const opened = await openOneOf(slots.value, 'passphrase', slotKey, accountId)
  if (!opened.ok) return opened
  const { slot, vaultKey } = opened.value
  const keys = await makeDeviceKeys(vaultKey, randomBytes)
  await deleteOlderSlots(client, slots.value, slot)
  return ok({ accountId, email, keys })
}

/**
 * Deletes the slots of passphrases from before this one, which a change that broke off may have left. One that is newer stays:
 * another device may be in the middle of a change. What cannot be deleted now is at the next sign-in, so nobody is told.
 */
async function deleteOlderSlots(client: AccountClient, slots: readonly Keyslot[], current: Keyslot): Promise<void> {
  for (const { id, kind, createdAt } of slots)
    if (kind === 'passphrase' && id !== current.id && createdAt < current.createdAt) await client.deleteKeyslot(id)
}
