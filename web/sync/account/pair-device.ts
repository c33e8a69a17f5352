import { ok } from '../../../shared/result/result.ts'
import { deriveCode, makeCodeSecret } from '../vault/code-keys.ts'
import { makeDeviceKeys } from '../vault/device-keys.ts'
import { withVaultKey } from '../vault/kept-vault-key.ts'
import { makeKeyslot } from '../vault/keyslot.ts'
import type { Pairing } from '../vault/pairing.ts'
import { normalisedEmail } from '../vault/passphrase.ts'
import type { AccountPorts, Flow, OpenedAccount } from './account-flow.ts'
import { openOneOf } from './open-slot.ts'

/** An offer to another device, to be shown as a QR (`pairingLink`) or a code (`codeOf`). */
export interface PairingOffer extends Pairing {
  /** Of the slot that it opens; `withdrawPairing` deletes it. */
  readonly slotId: string
}

/**
 * [V1] Offers the vault to another device: a slot of kind `device`, for one coming in. Slots of offers from before are
 * deleted. The server takes the code for a quarter of an hour.
 */
export async function offerPairing(
  { client, randomBytes }: Pick<AccountPorts, 'client' | 'randomBytes'>,
  { accountId, email, keys }: OpenedAccount,
): Flow<PairingOffer> {
  const slots = await client.keyslots()
  if (!slots.ok) return slots
  for (const { id, kind } of slots.value) {
    if (kind !== 'device') continue
    const deleted = await client.deleteKeyslot(id)
    if (!deleted.ok) return deleted
  }
  const secret = makeCodeSecret(randomBytes)
  const { slotKey, slotId } = await deriveCode(secret, 'device')
  const slot = await withVaultKey(keys.kept, (vaultKey) =>
    makeKeyslot({ accountId, kind: 'device', slotKey, kdf: null, vaultKey, randomBytes, id: slotId }),
  )
  const put = await client.putKeyslot(slot)
  return put.ok ? ok({ email, secret, slotId }) : put
}

/** Takes an offer back: its code opens nothing any more. */
export function withdrawPairing({ client }: Pick<AccountPorts, 'client'>, { slotId }: PairingOffer): Flow<void> {
  return client.deleteKeyslot(slotId)
}

/** Takes an offer: signs in with its code, opens the vault, and uses the offer up. */
export async function acceptPairing(
  { client, randomBytes }: Pick<AccountPorts, 'client' | 'randomBytes'>,
  pairing: Pairing,
): Flow<OpenedAccount> {
  const email = normalisedEmail(pairing.email)
  const { proof, slotKey, slotId } = await deriveCode(pairing.secret, 'device')
  const signedIn = await client.signInByCode({ email, proof })
  if (!signedIn.ok) return signedIn
  const { accountId } = signedIn.value
  const slots = await client.keyslots()
  if (!slots.ok) return slots
  const opened = await openOneOf(slots.value, 'device', slotKey, accountId)
  if (!opened.ok) return opened
  const keys = await makeDeviceKeys(opened.value.vaultKey, randomBytes)
  // Where this fails the offer ends by its time, and with the next one that is made.
  await client.deleteKeyslot(slotId)
  return ok({ accountId, email, keys })
}
