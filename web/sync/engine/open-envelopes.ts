import type { EnvelopeKey } from '../../../shared/sync/messages.ts'
import type { IncomingDocument, UnopenedEnvelope } from '../../store/apply-remote.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { digestPart } from './digest-part.ts'

/** An envelope as it came. */
export interface ReceivedEnvelope {
  readonly key: EnvelopeKey
  readonly version: number
  readonly envelope: Uint8Array<ArrayBuffer>
}

export interface Opened {
  readonly incoming: readonly IncomingDocument[]
  readonly unopened: readonly UnopenedEnvelope[]
}

/** [E5, E6] Opens envelopes side by side. What does not open is set aside with its reason, plain text included. */
export async function openEnvelopes(vault: OpenVault, envelopes: readonly ReceivedEnvelope[]): Promise<Opened> {
  const incoming: IncomingDocument[] = []
  const unopened: UnopenedEnvelope[] = []
  await Promise.all(
    newest(envelopes).map(async ({ key, version, envelope }) => {
      const opening = vault.open(key, envelope)
      // Computed while the platform decrypts.
      const part = digestPart(key, version, envelope)
      const opened = await opening
      if (opened.ok) incoming.push({ key, version, part, document: opened.value })
      else unopened.push({ key, version, part, problem: opened.failure.kind, envelope })
    }),
  )
  return { incoming, unopened }
}

/** A conflict and a change may bring the same document. */
function newest(envelopes: readonly ReceivedEnvelope[]): ReceivedEnvelope[] {
  const byKey = new Map<EnvelopeKey, ReceivedEnvelope>()
  for (const envelope of envelopes)
    if ((byKey.get(envelope.key)?.version ?? -1) < envelope.version) byKey.set(envelope.key, envelope)
  return [...byKey.values()]
}
