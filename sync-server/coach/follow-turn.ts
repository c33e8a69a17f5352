import type { CoachStore, TurnHold } from '../store/coach-port.ts'
import type { Reply } from './live-reply.ts'
import { openPieces, stoppedEnding } from './open-pieces.ts'
import { rest } from './rest.ts'
import type { SetTimer } from './save-turn.ts'
import type { TurnEnding, TurnSeal } from './turn-seal.ts'

/** How often a turn that runs elsewhere is looked at, in ms. */
export const LOOK_EVERY_MS = 300

export interface FollowPorts {
  readonly store: Pick<CoachStore, 'read'>
  readonly seal: TurnSeal
  readonly setTimer: SetTimer
  /** ms since 1970 UTC. */
  readonly now: () => number
  /** Tries to go on with a turn that nobody runs any more; undefined: somebody does. */
  readonly takeUp: () => Promise<Reply | undefined>
}

/** The reply of a turn that another process runs, as that one writes it; and gone on with here, should that one die. */
export function followTurn(
  { account, turnId }: Pick<TurnHold, 'account' | 'turnId'>,
  { store, seal, setTimer, now, takeUp }: FollowPorts,
): Reply {
  let pieces = 0
  let text = ''
  let end: TurnEnding | undefined
  let isLost = false
  let taken: Reply | undefined

  async function look(): Promise<void> {
    const turn = await store.read(account, turnId, pieces)
    if (turn === undefined) {
      isLost = true
      return
    }
    const more = await openPieces(seal, turn.pieces)
    pieces += turn.pieces.length
    text += more.text
    if (more.end !== undefined) end = more.end
    else if (turn.state !== 'running') end = stoppedEnding
    else if (turn.leaseUntil <= now()) taken = await takeUp()
  }
  return {
    get text() {
      return taken?.text ?? text
    },
    get end() {
      return taken === undefined ? end : taken.end
    },
    get isLost() {
      return taken?.isLost ?? isLost
    },
    async changed(signal) {
      if (taken !== undefined) return taken.changed(signal)
      await rest(setTimer, LOOK_EVERY_MS, signal)
      if (!signal.aborted) await look()
    },
  }
}
