import type { Document } from '../../../shared/document/document.ts'
import type { Result } from '../../../shared/result/result.ts'
import type { EnvelopeKey } from '../../../shared/sync/messages.ts'

/** A document sealed for the server: the opaque name it goes under, and its bytes. */
export interface Sealed {
  readonly key: EnvelopeKey
  readonly envelope: Uint8Array<ArrayBuffer>
}

/**
 * [E4, E5] Why an envelope could not be opened. `format`: no envelope of this protocol; `key`: made with another vault key,
 * for another account or under another name, or damaged; `content`: it opened, and holds no document that fits its name.
 */
export interface OpenProblem {
  readonly kind: 'format' | 'key' | 'content'
  readonly message: string
}

/** An opened vault: seals documents of one account and opens what was sealed. Holds no bytes of any key. */
export interface OpenVault {
  keyOf(collection: string, id: string): Promise<EnvelopeKey>
  seal(document: Document): Promise<Sealed>
  open(key: EnvelopeKey, envelope: Uint8Array<ArrayBuffer>): Promise<Result<Document, OpenProblem>>
}
