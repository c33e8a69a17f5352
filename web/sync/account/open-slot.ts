import { fail, type Result } from '../../../shared/result/result.ts'
import type { Keyslot, KeyslotKind } from '../../../shared/sync/messages.ts'
import { openKeyslot } from '../vault/keyslot.ts'
import type { VaultKey } from '../vault/vault-key.ts'
import type { FlowProblem } from './account-flow.ts'

export interface OpenedSlot {
  readonly slot: Keyslot
  /** Whoever gets it fills it with zeros after use. */
  readonly vaultKey: VaultKey
}

/** The first slot of the kind that opens with the key, newest first: what was put last is what is meant to open. */
export async function openOneOf(
  slots: readonly Keyslot[],
  kind: KeyslotKind,
  slotKey: CryptoKey,
  accountId: string,
): Promise<Result<OpenedSlot, FlowProblem>> {
  if (slots.length === 0) return fail({ kind: 'no-vault' })
  for (const slot of slots.filter((each) => each.kind === kind).toSorted((a, b) => b.createdAt - a.createdAt)) {
    const opened = await openKeyslot(slot, slotKey, accountId)
    if (opened.ok) return { ok: true, value: { slot, vaultKey: opened.value } }
  }
  return fail({ kind: 'vault-shut' })
}
