import type { EnvelopeKey } from '../../shared/sync/messages.ts'
import type { Exchange } from './ports.ts'

/**
 * [S5] The changes that fit one page, of those that come, in version order. Leaves out the documents in `settled`, which
 * this request has pushed and the device therefore has. `more`: others are left that do not fit. `bytes` are the envelope's.
 */
export function takePage<Change extends { readonly key: EnvelopeKey; readonly bytes: number }>(
  changes: Iterable<Change>,
  { pageDocuments, pageBytes }: Pick<Exchange, 'pageDocuments' | 'pageBytes'>,
  settled: ReadonlySet<EnvelopeKey>,
): { readonly page: readonly Change[]; readonly more: boolean } {
  const page: Change[] = []
  let held = 0
  for (const change of changes) {
    if (settled.has(change.key)) continue
    const fits = page.length < pageDocuments && held + change.bytes <= pageBytes
    if (!fits && page.length > 0) return { page, more: true }
    page.push(change)
    held += change.bytes
  }
  return { page, more: false }
}
