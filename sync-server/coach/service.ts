import type { CoachErrorCode } from '../../shared/coach/events.ts'
import type { CoachStanding, ResumeRequest, TurnRequest } from '../../shared/coach/turn.ts'
import { canonicalJson } from '../../shared/document/canonical-json.ts'
import type { Result } from '../../shared/result/result.ts'
import { type CoachStore, type DayLimits, dayOf, type KeptAgent, type TurnHold } from '../store/coach-port.ts'
import type { AccountId } from '../store/ports.ts'
import { budgetLeft, reserveFor } from './budget.ts'
import { type CoachSecrets, isSame } from './coach-secrets.ts'
import { followTurn } from './follow-turn.ts'
import { type ForgetPorts, forgetAgent } from './forget-agent.ts'
import { leaseFrom } from './lease.ts'
import { endedReply, type Reply } from './live-reply.ts'
import { openPieces, stoppedEnding } from './open-pieces.ts'
import type { Coach, CoachEvent, CoachRef, Forgotten } from './port.ts'
import { rest } from './rest.ts'
import { type RunningTurn, runTurn, type TurnOutcome } from './run-turn.ts'
import { type SetTimer, turnSaver } from './save-turn.ts'
import { type TurnEnding, type TurnSeal, turnSeal } from './turn-seal.ts'

/** The agent that a server has, and how much of it. */
export interface CoachAgent {
  readonly coach: Coach
  /** As whoever runs the server calls it. */
  readonly name: string
  /** The host that questions go to. */
  readonly where: string
  readonly limits: DayLimits
}

/** What is counted of turns. Nothing in it tells one account from another. */
export interface CoachMetrics {
  begun(): void
  over(outcome: TurnOutcome, tokens: number): void
  /** A question that did not come to the agent. */
  refused(code: CoachErrorCode): void
}

export interface CoachServicePorts {
  /** Undefined: this server has none. */
  readonly agent: CoachAgent | undefined
  readonly store: CoachStore
  readonly secrets: CoachSecrets
  readonly metrics: CoachMetrics
  readonly setTimer: SetTimer
  /** ms since 1970 UTC. */
  readonly now: () => number
  readonly newId: () => string
  readonly randomBytes: (length: number) => Uint8Array<ArrayBuffer>
  /** Keeps the process, and what belongs to the request, until the work is done. */
  readonly hold: (work: Promise<unknown>) => void
  /** Whether one request may read what another one's turn says, or has to read it in the database. */
  readonly sharesMemory: boolean
  readonly onProblem: (error: unknown) => void
}

/** A turn to listen to, or why there is none: not this account's, another key's, or another question under its id. */
export type Asked = Result<Reply, 'unknown' | 'key' | 'differs'>

export interface CoachService {
  standing(account: AccountId): Promise<CoachStanding>
  /** Asks, or attaches to the turn of this id. What keeps a question from being asked is the end of its reply. */
  ask(account: AccountId, request: TurnRequest): Promise<Asked>
  resume(account: AccountId, request: Omit<ResumeRequest, 'after'>): Promise<Asked>
  /** False: there is no such turn. */
  cancel(account: AccountId, turnId: string): Promise<boolean>
  /** Forgets a turn that has ended. */
  acknowledge(account: AccountId, turnId: string): Promise<'ok' | 'running'>
  /** Has everything forgotten that is held of the account, at the agent's service too. A failure says that something may be left. */
  forget(account: AccountId): Promise<Result<Forgotten, CoachErrorCode>>
  /** Hands every turn over to other processes. Resolves when what there is of them is written. */
  stop(): Promise<void>
}

export function coachService(ports: CoachServicePorts): CoachService {
  const { agent, store, secrets, metrics, setTimer, now, newId, randomBytes, hold, onProblem } = ports
  const running = new Map<string, RunningTurn>()
  const nameOf = ({ account, turnId }: Pick<TurnHold, 'account' | 'turnId'>) => `${account}/${turnId}`
  /** A turn of this process that other requests may touch. */
  const within = (turn: Pick<TurnHold, 'account' | 'turnId'>) =>
    ports.sharesMemory ? running.get(nameOf(turn)) : undefined

  function start(
    { coach }: CoachAgent,
    turn: TurnHold,
    seal: TurnSeal,
    from: { text: string; pieces: number; agent: CoachRef | undefined; runId: string | undefined },
    events: (signal: AbortSignal) => AsyncIterable<CoachEvent>,
  ): Reply {
    metrics.begun()
    const run = runTurn({
      kind: coach.kind,
      begun: from.text,
      agent: from.agent,
      runId: from.runId,
      events,
      saver: ({ cancelled, lost }) =>
        turnSaver(turn, from.pieces, {
          store,
          seal,
          setTimer,
          now,
          onCancelled: cancelled,
          onLost: lost,
          onProblem,
        }),
      cancelUpstream: (ref, runId) => coach.cancel(ref, runId),
      onOver(outcome, tokens) {
        running.delete(nameOf(turn))
        metrics.over(outcome, tokens)
      },
      onProblem,
    })
    running.set(nameOf(turn), run)
    hold(run.finished)
    return run.reply
  }

  async function ask(account: AccountId, request: TurnRequest): Promise<Asked> {
    if (agent === undefined) return refusal(metrics, 'no_agent')
    const { turnId, key } = request
    const turn: TurnHold = { account, turnId, owner: newId() }
    const otid = newId()
    const begun = await store.begin({
      ...turn,
      ...leaseFrom(now()),
      request: secrets.request(account, canonicalJson(plain(request))),
      proof: secrets.proof(account, turnId, key),
      otid,
      day: dayOf(now()),
      reserve: reserveFor(request),
      limits: agent.limits,
    })
    if (begun.outcome === 'differs') return { ok: false, failure: 'differs' }
    if (begun.outcome === 'kept') return attach(account, turnId, key)
    if (begun.outcome === 'busy') return refusal(metrics, 'busy', BUSY_MS)
    if (begun.outcome === 'budget') {
      const { resetsAt } = budgetLeft(NOTHING_USED, agent.limits, now())
      return refusal(metrics, 'budget', resetsAt - now())
    }
    const ref = refOf(begun.agent, agent.coach)
    const marked = (value: string | undefined) =>
      value === undefined ? null : { mark: secrets.mark(account, value), value }
    const from = { text: '', pieces: 0, agent: ref, runId: undefined }
    return reached(
      start(agent, turn, turnSeal(key, turn, randomBytes), from, (signal) =>
        agent.coach.send(
          {
            person: { pseudonym: secrets.pseudonym(account) },
            ref,
            otid,
            text: request.text,
            context: marked(request.context?.value),
            about: marked(request.about),
            recent: request.recent,
          },
          signal,
        ),
      ),
    )
  }

  async function attach(account: AccountId, turnId: string, key: string): Promise<Asked> {
    const turn = await store.read(account, turnId, 0)
    if (turn === undefined) return { ok: false, failure: 'unknown' }
    if (!isSame(turn.proof, secrets.proof(account, turnId, key))) return { ok: false, failure: 'key' }
    const live = within({ account, turnId })
    if (live !== undefined) return reached(live.reply)
    const seal = turnSeal(key, { account, turnId }, randomBytes)
    const { text, end } = await openPieces(seal, turn.pieces)
    if (end !== undefined) return reached(endedReply(text, end))
    if (turn.state !== 'running') return reached(endedReply(text, stoppedEnding))
    const follow = () =>
      followTurn(
        { account, turnId },
        { store, seal, setTimer, now, takeUp: () => takeUp({ account, turnId, owner: newId() }, seal) },
      )
    if (turn.leaseUntil > now()) return reached(follow())
    return reached((await takeUp({ account, turnId, owner: newId() }, seal)) ?? follow())
  }

  /** Goes on with a turn whose process is no more. */
  async function takeUp(turn: TurnHold, seal: TurnSeal): Promise<Reply | undefined> {
    if (agent === undefined) return endedReply('', endingOf('no_agent'))
    if ((await store.take(turn, leaseFrom(now()))) !== 'taken') return undefined
    // Read once nobody else writes any more.
    const kept = await store.read(turn.account, turn.turnId, 0)
    if (kept === undefined) return undefined
    const { text } = await openPieces(seal, kept.pieces)
    const { otid, runId, cursor } = kept
    const ref = refOf(kept.agent, agent.coach)
    const from = { text, pieces: kept.pieces.length, agent: ref, runId }
    return start(agent, turn, seal, from, (signal) =>
      agent.coach.resume({ ref: ref ?? {}, otid, runId, cursor, partial: text }, signal),
    )
  }

  const forgetting: ForgetPorts = { store, agent, secrets, setTimer, now, newId }
  return {
    async standing(account) {
      const use = await store.use(account, dayOf(now()))
      const limits = agent?.limits ?? { turns: 0, tokens: 0, serverTokens: 0 }
      return {
        agent: agent === undefined ? null : { kind: agent.coach.kind, name: agent.name, where: agent.where },
        budget: budgetLeft(use, limits, now()),
        remembered: use.agent?.agentId !== undefined,
      }
    },
    ask,
    resume: (account, { turnId, key }) => attach(account, turnId, key),
    async cancel(account, turnId) {
      const own = within({ account, turnId })
      own?.cancel()
      const turn = await store.cancel(account, turnId, now())
      const ref = refOf(turn?.agent, agent?.coach)
      // Whoever runs it hears of it with what they write next; its service can be told at once.
      if (turn?.state === 'running' && ref !== undefined && own === undefined)
        hold(agent?.coach.cancel(ref, turn.runId).catch(onProblem) ?? Promise.resolve())
      return turn !== undefined
    },
    acknowledge: (account, turnId) => store.acknowledge(account, turnId),
    forget(account) {
      if (ports.sharesMemory) for (const [name, turn] of running) if (name.startsWith(`${account}/`)) turn.cancel()
      return forgetAgent(account, forgetting)
    },
    async stop() {
      const turns = [...running.values()]
      for (const turn of turns) turn.handOver()
      const late = new AbortController()
      const finished = Promise.all(turns.map((turn) => turn.finished)).finally(() => late.abort())
      await Promise.race([finished, rest(setTimer, STOPS_WITHIN_MS, late.signal)])
    },
  }
}

/** When to come again, in ms, while another turn is running: its lease is renewed, and says nothing of when it ends. */
const BUSY_MS = 2000
/** How long a server that stops waits for what is written of turns, in ms: another takes them up either way, a little later. */
const STOPS_WITHIN_MS = 3000

const reached = (reply: Reply): Asked => ({ ok: true, value: reply })

/** The reply to a question that is not passed on. */
function refusal(metrics: CoachMetrics, code: CoachErrorCode, retryAfterMs?: number): Asked {
  metrics.refused(code)
  return reached(endedReply('', endingOf(code, retryAfterMs)))
}

const endingOf = (code: CoachErrorCode, retryAfterMs?: number): TurnEnding => ({
  type: 'error',
  code,
  retryable: retryAfterMs !== undefined,
  accepted: 'no',
  partial: '',
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
})

/** The account's agent, where it is one of this service. */
function refOf(agent: KeptAgent | undefined, coach: Coach | undefined): CoachRef | undefined {
  if (agent === undefined || coach === undefined || agent.kind !== coach.kind) return undefined
  const { kind: _, ...ref } = agent
  return ref
}

const NOTHING_USED = { agent: undefined, turns: 0, tokens: 0, serverTokens: 0 }

/** As JSON has it: without what is undefined. */
const plain = ({ about, ...request }: TurnRequest) => (about === undefined ? request : { ...request, about })
