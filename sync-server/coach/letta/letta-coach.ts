import type { CoachErrorCode } from '../../../shared/coach/events.ts'
import { fail, ok, type Result } from '../../../shared/result/result.ts'
import { toOneEnd } from '../one-end.ts'
import type { Coach, CoachEnd, CoachEvent, CoachRef, CoachTurn, CutTurn } from '../port.ts'
import { ensureAgent, takeTools } from './agents.ts'
import { type Told, tellAgent } from './blocks.ts'
import { cancelRun, type FollowedEnd, followTurn } from './follow-turn.ts'
import { forgetPerson } from './forget.ts'
import { probe } from './probe.ts'
import { newTurn } from './running-turn.ts'
import { type LettaCalls, type LettaPlatform, type LettaSettings, lettaClient } from './settings.ts'
import type { Trouble } from './trouble.ts'

/** Agents whose tools have been looked at by this process; beyond as many it looks again. */
const MOST_KNOWN = 10_000

/**
 * Agents at Letta: its cloud, or a server of one's own (0.16), one for each person. The agent remembers what was said; what it knows of
 * the person stands in blocks of its memory that only we write.
 */
export function lettaCoach(settings: LettaSettings, platform: LettaPlatform): Coach {
  const calls: LettaCalls = { client: lettaClient(settings, platform), settings, platform }
  const known: Known = { background: true, withoutTools: new Set() }
  return {
    kind: 'letta',
    probe: async (signal) => {
      const answer = await probe(calls, signal)
      return answer.ok ? ok(null) : fail(codeOf(answer.failure))
    },
    send: (turn, signal) => toOneEnd((both) => send(calls, known, turn, both), { ms: platform.times.turn, signal }),
    resume: (turn, signal) =>
      toOneEnd((both) => resume(calls, known, turn, both), { ms: platform.times.turn, signal }, turn.partial),
    cancel: async ({ agentId }, runId) => {
      if (agentId !== undefined) await cancelRun(calls, agentId, runId)
    },
    forget: async (person, ref) => {
      const gone = await forgetPerson(calls, person, ref, AbortSignal.timeout(platform.times.turn))
      return gone.ok ? gone : fail(codeOf(gone.failure))
    },
  }
}

/** What was learnt of the server, and of agents. */
interface Known {
  background: boolean
  readonly withoutTools: Set<string>
}

type AgentRef = CoachRef & { readonly agentId: string }

async function* send(
  calls: LettaCalls,
  known: Known,
  turn: CoachTurn,
  signal: AbortSignal,
): AsyncGenerator<CoachEvent, void> {
  const agentId = turn.ref?.agentId
  const end = yield* ask(calls, known, turn, agentId === undefined ? undefined : { ...turn.ref, agentId }, signal)
  // It was deleted upstream: once more, with another.
  const again = end.type === 'gone' ? yield* ask(calls, known, turn, undefined, signal) : end
  yield again.type === 'gone' ? refused({ kind: 'gone' }) : again
}

async function* ask(
  calls: LettaCalls,
  known: Known,
  turn: CoachTurn,
  ref: AgentRef | undefined,
  signal: AbortSignal,
): AsyncGenerator<CoachEvent, FollowedEnd> {
  const ensured = ref === undefined ? await ensureAgent(calls, turn, signal) : ok({ ref, isNew: false })
  if (!ensured.ok) return refused(ensured.failure)
  const { agentId } = ensured.value.ref
  if (ref === undefined) yield { type: 'ref', ref: ensured.value.ref }
  const told = await prepare(calls, known, ensured.value.ref, turn, signal)
  if (!told.ok) return told.failure.kind === 'gone' ? { type: 'gone' } : refused(told.failure)
  if (told.value.ref !== ensured.value.ref) yield { type: 'ref', ref: told.value.ref }
  const { text, otid } = turn
  const running = newTurn({ calls, agentId, signal, text, otid, inBackground: known.background })
  const end = yield* followTurn(running)
  known.background = running.inBackground
  if (end.type !== 'done') return end
  const memoryReset = turn.ref?.agentId !== undefined && ensured.value.isNew
  return { ...end, ...(told.value.contextStale && { contextStale: true }), ...(memoryReset && { memoryReset }) }
}

/** Sees to it that an agent has no tools and knows what it may, before it is asked. */
async function prepare(
  calls: LettaCalls,
  { withoutTools }: Known,
  ref: AgentRef,
  turn: CoachTurn,
  signal: AbortSignal,
): Promise<Result<Told, Trouble>> {
  if (!withoutTools.has(ref.agentId)) {
    const taken = await takeTools(calls, ref.agentId, signal)
    if (!taken.ok) return taken
    if (withoutTools.size >= MOST_KNOWN) withoutTools.clear()
    withoutTools.add(ref.agentId)
  }
  return tellAgent(calls, ref, turn, signal)
}

async function* resume(
  calls: LettaCalls,
  { background }: Known,
  { ref: { agentId }, otid, runId, cursor, partial }: CutTurn,
  signal: AbortSignal,
): AsyncGenerator<CoachEvent, void> {
  if (agentId === undefined) {
    yield { type: 'error', code: 'not_found', retryable: true, accepted: 'no', partial }
    return
  }
  const begun = { calls, agentId, signal, text: undefined, otid, partial, inBackground: background }
  const end = yield* followTurn(
    newTurn({ ...begun, ...(runId !== undefined && { runId }), ...(cursor !== undefined && { cursor }) }),
  )
  yield end.type === 'gone' ? { type: 'error', code: 'not_found', retryable: true, accepted: 'yes', partial } : end
}

/** The end of a turn whose question was not sent. */
const refused = (trouble: Trouble): CoachEnd => ({
  type: 'error',
  code: codeOf(trouble),
  retryable: trouble.kind === 'failed' ? trouble.retryable : true,
  accepted: 'no',
  ...(trouble.kind === 'failed' && trouble.retryAfterMs !== undefined && { retryAfterMs: trouble.retryAfterMs }),
  partial: '',
})

function codeOf(trouble: Trouble): CoachErrorCode {
  switch (trouble.kind) {
    case 'failed':
    case 'lost':
      return trouble.code
    case 'aborted':
      return 'cancelled'
    case 'gone':
      return 'not_found'
    case 'busy':
      return 'busy'
    case 'pending':
      return 'approval_pending'
    case 'no-background':
    case 'not-followed':
      return 'upstream'
  }
}
