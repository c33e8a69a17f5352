import { ok, type Result } from '../../../shared/result/result.ts'
import { aboutValue, contextValue } from '../memory.ts'
import type { CoachRef, CoachTurn } from '../port.ts'
import type { LettaCalls } from './settings.ts'
import { type Trouble, tried } from './trouble.ts'

export interface Told {
  readonly ref: CoachRef & { readonly agentId: string }
  /** The agent could not be given the new context, and has an older one. */
  readonly contextStale: boolean
}

/**
 * Gives an agent the context of a turn and what the person told of themself, where it does not have them yet. A new context that it
 * does not take leaves it with the old one; but what a person took back is gone before anything is asked, or nothing is.
 */
export async function tellAgent(
  calls: LettaCalls,
  ref: Told['ref'],
  { context, about }: Pick<CoachTurn, 'context' | 'about'>,
  signal: AbortSignal,
): Promise<Result<Told, Trouble>> {
  const put = (label: string, value: string) =>
    tried(calls.platform.now, () =>
      calls.client.agents.blocks.update(label, { agent_id: ref.agentId, value }, { signal }),
    )
  const marks = { context: context?.mark ?? null, about: about?.mark ?? null }
  if (ref.contextMark === marks.context && ref.aboutMark === marks.about) return ok({ ref, contextStale: false })
  let { contextMark, aboutMark, ...known } = ref
  let contextStale = false
  if (contextMark !== marks.context) {
    const taken = await put('health_context', contextValue(context))
    if (!taken.ok && (context === null || isOver(taken.failure))) return taken
    contextStale = !taken.ok
    // Not taken as far as we know: it may have been.
    contextMark = taken.ok ? marks.context : undefined
  }
  if (aboutMark !== marks.about) {
    const taken = await put('human', aboutValue(about))
    if (!taken.ok && (about === null || isOver(taken.failure))) return taken
    aboutMark = taken.ok ? marks.about : undefined
  }
  return ok({
    ref: {
      ...known,
      ...(contextMark !== undefined && { contextMark }),
      ...(aboutMark !== undefined && { aboutMark }),
    },
    contextStale,
  })
}

/** Asking would come to the same. */
const isOver = (trouble: Trouble) =>
  trouble.kind === 'aborted' ||
  trouble.kind === 'gone' ||
  (trouble.kind === 'failed' && trouble.code !== 'invalid' && trouble.code !== 'upstream')
