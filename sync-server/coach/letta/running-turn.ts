import type { CoachErrorCode, Usage } from '../../../shared/coach/events.ts'
import { Reply } from '../reply.ts'
import type { LettaCalls } from './settings.ts'

/** A turn at a Letta server, as far as it has come. */
export interface RunningTurn {
  readonly calls: LettaCalls
  readonly agentId: string
  readonly reply: Reply
  /** Aborted when the caller has enough, and when the turn has taken too long. */
  readonly signal: AbortSignal
  /** The question; undefined where another process has asked it. */
  readonly text: string | undefined
  /** By which the server knows what was sent: that of the turn, and those of what had to be sent after it. */
  readonly otids: string[]
  /** What was opened last: the question, a denial of tools, or the stream again where it broke off. */
  opening: 'question' | 'denial' | 'again'
  /** Whether the server keeps what runs, so that it can be taken up again. */
  inBackground: boolean
  runId: string | undefined
  /** Of the last piece of the reply that was passed on. */
  cursor: number | undefined
  accepted: 'no' | 'yes' | 'unknown'
  /** Why that is not known: what is said where it turns out that it was not. */
  doubt: CoachErrorCode | undefined
  usage: Usage | undefined
  /**
   * The reply goes on in another run, after a denial. Nobody but this process knows of that run, so nobody is told of it, nor of places
   * in it: who takes the turn up reads what was kept of both.
   */
  isContinued: boolean
  /** Streams in a row that brought nothing. */
  tries: number
  denials: number
}

export function newTurn(
  begun: Pick<RunningTurn, 'calls' | 'agentId' | 'signal' | 'text' | 'inBackground'> &
    Partial<Pick<RunningTurn, 'runId' | 'cursor'>> & { readonly otid: string; readonly partial?: string },
): RunningTurn {
  const { otid, partial, runId, cursor, ...rest } = begun
  return {
    ...rest,
    reply: new Reply(partial),
    otids: [otid],
    opening: rest.text === undefined ? 'again' : 'question',
    runId,
    cursor,
    accepted: rest.text === undefined ? 'yes' : 'no',
    doubt: undefined,
    usage: undefined,
    isContinued: false,
    tries: 0,
    denials: 0,
  }
}

/** The otid of what was sent last. */
export const otidOf = ({ otids }: RunningTurn): string => otids[otids.length - 1] ?? ''

/**
 * Another otid, for what has to be sent after the question: a server that has seen one answers with the turn it had begun. It follows
 * from the turn's own, so that it is a new one on every turn and the same whoever asks.
 */
export function addOtid(turn: RunningTurn): string {
  const [first = ''] = turn.otids
  const otid = first.slice(0, -1) + (Number.parseInt(first.slice(-1), 16) ^ turn.otids.length).toString(16)
  turn.otids.push(otid)
  return otid
}
