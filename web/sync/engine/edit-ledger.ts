import type { Document } from '../../../shared/document/document.ts'

/** What a device or a server holds, by any key. */
export type Holding = Iterable<Document>

/**
 * For the model test: every edit there was, which edits it was made upon, and which of them must not be lost. An edit may
 * lose against another that was made without knowing of it; against one that it was made upon it may not.
 */
export class EditLedger {
  /** By edit: all that stood in its field before it, as far as its device knew. */
  readonly #upon = new Map<string, ReadonlySet<string>>()
  /** By field: the edits that somebody still has. */
  readonly #kept = new Map<string, Set<string>>()
  #count = 0

  get count(): number {
    return this.#count
  }

  /** A value that no other edit writes. */
  nextValue(): string {
    this.#count += 1
    return `${SECRET}-${this.#count}`
  }

  note(
    document: Pick<Document, 'collection' | 'id'>,
    field: string,
    before: Document | undefined,
    value: string,
  ): void {
    const held = before?.fields[field]
    const upon = typeof held === 'string' ? [held, ...(this.#upon.get(held) ?? [])] : []
    this.#upon.set(value, new Set(upon))
    const name = nameOf(document, field)
    this.#kept.set(name, (this.#kept.get(name) ?? new Set()).add(value))
  }

  /** Somebody lost what they held. What nobody of the others has either is gone, and no fault. */
  lose(remaining: readonly Holding[]): void {
    const held = new Map<string, Set<string>>()
    for (const holding of remaining) {
      for (const [name, value] of valuesOf(holding)) {
        const values = held.get(name) ?? new Set<string>()
        held.set(name, values)
        for (const edit of [value, ...(this.#upon.get(value) ?? [])]) values.add(edit)
      }
    }
    for (const [name, edits] of this.#kept) for (const edit of edits) if (!held.get(name)?.has(edit)) edits.delete(edit)
  }

  /** What is missing of what must be in `holding`, in words. */
  missingFrom(holding: Holding): string[] {
    const values = new Map(valuesOf(holding))
    const missing: string[] = []
    for (const [name, edits] of this.#kept) {
      const value = values.get(name)
      for (const edit of edits)
        if (value === undefined || this.#upon.get(edit)?.has(value))
          missing.push(`${edit} of ${name.replaceAll('\0', '/')} is gone: there is ${value ?? 'nothing'}`)
    }
    return missing
  }
}

/** Stands in every value, so that it can be looked for where it must not be. */
export const SECRET = 'secret'

const nameOf = ({ collection, id }: Pick<Document, 'collection' | 'id'>, field: string) =>
  `${collection}\0${id}\0${field}`

function* valuesOf(holding: Holding): Generator<[string, string]> {
  for (const document of holding)
    for (const [field, value] of Object.entries(document.fields))
      if (typeof value === 'string') yield [nameOf(document, field), value]
}
