import { fail, ok } from '../../../shared/result/result.ts'
import { IV_BYTES } from './authenticated-cipher.ts'
import type { VaultKeys } from './derive-keys.ts'
import { documentNames } from './document-names.ts'
import { openEnvelope, sealEnvelope } from './envelope.ts'
import type { OpenVault } from './open-vault.ts'
import { documentOf, plainTextOf } from './plain-text.ts'
import type { RandomBytes } from './vault-key.ts'

export interface VaultParts {
  readonly accountId: string
  readonly keys: VaultKeys
  readonly randomBytes: RandomBytes
}

/** The vault of an account, opened with its keys. Calls may run side by side: a batch is sealed with `Promise.all`. */
export function openVault({ accountId, keys: { indexKey, sealKey }, randomBytes }: VaultParts): OpenVault {
  const keyOf = documentNames(indexKey)
  return {
    keyOf,
    async seal(document) {
      const plainText = plainTextOf(document)
      const key = await keyOf(document.collection, document.id)
      const envelope = await sealEnvelope({ sealKey, accountId, key }, randomBytes(IV_BYTES), plainText)
      return { key, envelope }
    },
    async open(key, envelope) {
      const opened = await openEnvelope({ sealKey, accountId, key }, envelope)
      if (!opened.ok) return opened
      const document = documentOf(opened.value)
      if (document === undefined) return fail({ kind: 'content', message: 'It opened, and holds no document.' })
      // E4: whoever could seal it under this name sealed another document.
      if ((await keyOf(document.collection, document.id)) !== key)
        return fail({ kind: 'content', message: 'It opened, and holds another document than its name says.' })
      return ok(document)
    },
  }
}
