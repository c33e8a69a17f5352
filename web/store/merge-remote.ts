import type { Document } from '../../shared/document/document.ts'
import { mergeDocuments } from '../../shared/document/merge.ts'
import { outgoing } from './outgoing.ts'

/** What becomes of a document when the server's state of it arrives. */
export interface RemoteMerge {
  /** The state to keep; `mine` itself where there is nothing to write. */
  readonly after: Document
  /** Whether ours says something that the server's does not, and has to be sent. */
  readonly owes: boolean
}

/** [M1-M5] Merges the server's state of a document into ours. */
export function mergeRemote(mine: Document | undefined, theirs: Document): RemoteMerge {
  if (mine === undefined) return { after: theirs, owes: false }
  const ours = outgoing(mine)
  return { after: mergeDocuments(mine, theirs), owes: ours !== undefined && mergeDocuments(theirs, ours) !== theirs }
}
