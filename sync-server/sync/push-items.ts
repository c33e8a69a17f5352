import { envelopeKeySchema, type RejectedReason } from '../../shared/sync/messages.ts'
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
  /** Why the others never come to the store, one each. */
  readonly refusals: readonly RejectedReason[]
  /** Puts what the store made of them back among those that never came to it. */
  arrange(outcomes: readonly PushOutcome[]): JudgedOutcome[]
}

/** [S5] Judges each item by itself, so that a bad one stops no other. Of items with one key the first counts. */
export function judgeItems(items: readonly unknown[]): JudgedItems {
  const push: Push[] = []
  const refused = new Map<number, Refused>()
  const seen = new Set<string>()
  for (const [index, item] of items.entries()) {
    const read = readItem(item)
    if (!('envelope' in read)) refused.set(index, read)
    else if (seen.has(read.key)) refused.set(index, { key: read.key, status: 'rejected', reason: 'duplicate' })
    else {
      seen.add(read.key)
      push.push(read)
    }
  }
  return {
    push,
    refusals: [...refused.values()].map(({ reason }) => reason),
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

/**
 * What `pushItemSchema` says of an item, which a test holds it to, at a third of the cost: an envelope is spelled as an encoder
 * spells it when decoding and encoding gives it back.
 */
function readItem(item: unknown): Push | Refused {
  const parsed = envelopeKeySchema.safeParse(fieldOf(item, 'key'))
  const [base, envelope] = [fieldOf(item, 'base'), fieldOf(item, 'envelope')]
  const refuse = (reason: RejectedReason): Refused => ({
    key: parsed.success ? parsed.data : '',
    status: 'rejected',
    reason,
  })
  if (typeof envelope !== 'string') return refuse('malformed')
  if (envelope.length > LONGEST) return refuse('too-large')
  if (!parsed.success || typeof base !== 'number' || !Number.isSafeInteger(base) || base < 0) return refuse('malformed')
  const bytes = Buffer.from(envelope, 'base64url')
  return bytes.toString('base64url') === envelope ? { key: parsed.data, base, envelope: bytes } : refuse('malformed')
}

const fieldOf = (item: unknown, name: string): unknown =>
  typeof item === 'object' && item !== null ? Object.getOwnPropertyDescriptor(item, name)?.value : undefined
