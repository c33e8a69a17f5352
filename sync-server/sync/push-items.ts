import { envelopeKeySchema, pushItemSchema, type RejectedReason } from '../../shared/sync/messages.ts'
import { LIMITS } from '../../shared/sync/protocol.ts'
import type { Push, PushOutcome } from '../store/ports.ts'

/** What became of a pushed item. One that the store never saw has the key it came with, or none where that is no key. */
export type JudgedOutcome = PushOutcome | Refused

interface Refused {
  readonly key: string
  readonly status: 'rejected'
  readonly reason: RejectedReason
}

export interface JudgedItems {
  /** What the store is to judge, no key twice, in the order of the request. */
  readonly push: readonly Push[]
  /** Puts what the store made of them back among those that never came to it. */
  arrange(outcomes: readonly PushOutcome[]): JudgedOutcome[]
}

/** [S5] Judges each item by itself, so that a bad one stops no other. Of items with one key the first counts. */
export function judgeItems(items: readonly unknown[]): JudgedItems {
  const push: Push[] = []
  const refused = new Map<number, Refused>()
  const seen = new Set<string>()
  for (const [index, item] of items.entries()) {
    const parsed = pushItemSchema.safeParse(item)
    if (!parsed.success) refused.set(index, { key: keyOf(item), status: 'rejected', reason: reasonOf(item) })
    else if (seen.has(parsed.data.key))
      refused.set(index, { key: parsed.data.key, status: 'rejected', reason: 'duplicate' })
    else {
      const { key, base, envelope } = parsed.data
      seen.add(key)
      push.push({ key, base, envelope: Buffer.from(envelope, 'base64url') })
    }
  }
  return {
    push,
    arrange(outcomes) {
      if (outcomes.length !== push.length) throw new Error(`${outcomes.length} outcomes for ${push.length} pushes`)
      const next = outcomes.values()
      return items.map((_, index) => refused.get(index) ?? present(next.next().value))
    },
  }
}

function present(outcome: PushOutcome | undefined): PushOutcome {
  if (outcome === undefined) throw new Error('the outcomes ended early')
  return outcome
}

const LONGEST = Math.ceil((LIMITS.envelopeBytes * 4) / 3)

function reasonOf(item: unknown): RejectedReason {
  const envelope = fieldOf(item, 'envelope')
  return typeof envelope === 'string' && envelope.length > LONGEST ? 'too-large' : 'malformed'
}

function keyOf(item: unknown): string {
  const key = envelopeKeySchema.safeParse(fieldOf(item, 'key'))
  return key.success ? key.data : ''
}

const fieldOf = (item: unknown, name: string): unknown =>
  typeof item === 'object' && item !== null ? Object.getOwnPropertyDescriptor(item, name)?.value : undefined
