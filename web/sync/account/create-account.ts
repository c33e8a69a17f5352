import { fail, ok, type Result } from '../../../shared/result/result.ts'
import { deriveCode, makeCodeSecret } from '../vault/code-keys.ts'
import { makeDeviceKeys } from '../vault/device-keys.ts'
import { makeKeyslot } from '../vault/keyslot.ts'
import { derivePassphrase, normalisedEmail, type PassphraseKeys } from '../vault/passphrase.ts'
import { codeOf } from '../vault/secret-code.ts'
import { makeVaultKey, type VaultKey } from '../vault/vault-key.ts'
import type { AccountPorts, Flow, FlowProblem, OpenedAccount } from './account-flow.ts'
import { openOneOf } from './open-slot.ts'

export interface CreatedAccount extends OpenedAccount {
  /** To be shown once, now. */
  readonly recoveryCode: string
}

/**
 * [V1, V3] Makes an account and its vault: a slot for the passphrase and one for a recovery code. Asked again after it broke
 * off anywhere, it goes on with what is there and never makes a second vault key over a first.
 */
export async function createAccount(
  { client, argon2, randomBytes }: AccountPorts,
  asked: { readonly email: string; readonly passphrase: string; readonly invitation?: string },
): Flow<CreatedAccount> {
  const email = normalisedEmail(asked.email)
  const passphrase = await derivePassphrase(asked.passphrase, email, argon2)
  const { invitation } = asked
  const credentials = { email, password: passphrase.authPassword }
  const signedUp = await client.signUp(invitation === undefined ? credentials : { ...credentials, invitation })
  if (!signedUp.ok) return signedUp
  const { accountId } = signedUp.value
  const found = await vaultKeyFor(accountId, passphrase)
  if (!found.ok) return found
  const { vaultKey, hasSlot } = found.value
  try {
    if (!hasSlot) {
      const { slotKey, kdf } = passphrase
      const put = await client.putKeyslot(
        await makeKeyslot({ accountId, kind: 'passphrase', slotKey, kdf, vaultKey, randomBytes }),
      )
      if (!put.ok) return put
    }
    const secret = makeCodeSecret(randomBytes)
    const { slotKey, slotId: id } = await deriveCode(secret, 'recovery')
    const put = await client.putKeyslot(
      await makeKeyslot({ accountId, kind: 'recovery', slotKey, kdf: null, vaultKey, randomBytes, id }),
    )
    if (!put.ok) return put
    return ok({ accountId, email, keys: await makeDeviceKeys(vaultKey, randomBytes), recoveryCode: codeOf(secret) })
  } finally {
    vaultKey.fill(0)
  }

  async function vaultKeyFor(
    account: string,
    { slotKey }: PassphraseKeys,
  ): Promise<Result<{ readonly vaultKey: VaultKey; readonly hasSlot: boolean }, FlowProblem>> {
    const slots = await client.keyslots()
    // For an address that has an account a server answers a sign-up like any other, with a session that leads nowhere.
    if (!slots.ok) return fail(slots.failure.kind === 'signed-out' ? { kind: 'taken' } : slots.failure)
    const opened = await openOneOf(slots.value, 'passphrase', slotKey, account)
    if (opened.ok) return ok({ vaultKey: opened.value.vaultKey, hasSlot: true })
    return opened.failure.kind === 'no-vault'
      ? ok({ vaultKey: makeVaultKey(randomBytes), hasSlot: false })
      : fail(opened.failure)
  }
}
