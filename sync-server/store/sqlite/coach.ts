import type { Database } from 'better-sqlite3'
import {
  type Begun,
  type CoachStore,
  dayOf,
  type KeptTurn,
  REFUSED_KEPT_MS,
  type TurnDraft,
  type TurnEnd,
  type TurnHold,
  type TurnProgress,
} from '../coach-port.ts'
import { agentOfText, agentText, stateOfText, turnOfRow } from '../coach-row.ts'
import { coachStatements } from './coach-statements.ts'
import { writeForAccount } from './write-for-account.ts'

/** Turns with an agent, in a SQLite database, which several connections may have. */
export function sqliteCoach(database: Database): CoachStore {
  const run = coachStatements(database)

  const begin = database.transaction((draft: TurnDraft): Begun => {
    const { account, turnId, owner, now, leaseUntil, day, reserve, limits } = draft
    writeForAccount(() => run.addAccount.run(account))
    const known = run.request.get(account, turnId)
    if (known !== undefined && known.state !== 'refused')
      return { outcome: Buffer.compare(known.request, draft.request) === 0 ? 'kept' : 'differs' }
    const row = run.account.get(account)
    if (row === undefined) throw new Error('the row was made above')
    if (row.leaseUntil > now) return { outcome: 'busy' }
    const used = run.used.get(account, day) ?? { turns: 0, tokens: 0 }
    const serverTokens = run.serverUsed.get(day) ?? 0
    const hasRoom = used.turns < limits.turns && used.tokens + reserve <= limits.tokens
    if (!hasRoom || serverTokens + reserve > limits.serverTokens) return { outcome: 'budget' }
    run.dropRefused.run(account, turnId, now - REFUSED_KEPT_MS)
    const { request, proof, otid } = draft
    run.addTurn.run({ account, turnId, request, proof, otid, day, reserve, now })
    run.lease.run({ account, turnId, owner, leaseUntil })
    run.addUsage.run(account, day, 1, reserve)
    run.addServerUsage.run(day, reserve)
    return { outcome: 'begun', agent: agentOfText(row.agent) }
  })

  const take = database.transaction(({ account, turnId, owner }: TurnHold, now: number, leaseUntil: number) => {
    if (run.request.get(account, turnId)?.state !== 'running') return 'over'
    if ((run.account.get(account)?.leaseUntil ?? 0) > now) return 'busy'
    run.lease.run({ account, turnId, owner, leaseUntil })
    return 'taken'
  })

  const write = database.transaction((hold: TurnHold, progress: TurnProgress) => {
    const { account, turnId } = hold
    if (run.renew.run({ ...hold, leaseUntil: progress.leaseUntil }).changes === 0) return 'lost'
    const { piece, runId = null, agent } = progress
    if (agent !== undefined) run.setAgent.run(agentText(agent), account)
    if (piece !== undefined) {
      run.addPiece.run(account, turnId, piece.n, piece.sealed)
      run.setCursor.run(piece.cursor ?? null, account, turnId)
    }
    if (runId !== null) run.setRun.run(runId, account, turnId)
    return run.isCancelled.get(account, turnId) === 1 ? 'cancelled' : 'ok'
  })

  const finish = database.transaction((hold: TurnHold, { state, piece, tokens, agent }: TurnEnd): boolean => {
    const { account, turnId } = hold
    if (run.release.run(hold).changes === 0) return false
    const turn = run.reserved.get(account, turnId)
    if (turn === undefined) return false
    if (agent !== undefined) run.setAgent.run(agentText(agent), account)
    run.addPiece.run(account, turnId, piece.n, piece.sealed)
    run.setState.run(state, account, turnId)
    const change = (state === 'refused' ? 0 : (tokens ?? turn.reserved)) - turn.reserved
    run.addUsage.run(account, turn.day, state === 'refused' ? -1 : 0, change)
    run.addServerUsage.run(turn.day, change)
    return true
  })

  const readTurn = (account: string, turnId: string): Omit<KeptTurn, 'pieces'> | undefined => {
    const row = run.turn.get({ account, turnId })
    return row === undefined ? undefined : turnOfRow(row)
  }

  const cancel = database.transaction((account: string, turnId: string, now: number) => {
    const turn = readTurn(account, turnId)
    if (turn?.state !== 'running') return turn
    if (turn.leaseUntil > now) run.setCancelled.run(account, turnId)
    else run.setState.run('failed', account, turnId)
    return turn
  })

  const holdToForget = database.transaction(
    ({ account, owner }: Omit<TurnHold, 'turnId'>, now: number, leaseUntil: number) => {
      writeForAccount(() => run.addAccount.run(account))
      const row = run.account.get(account)
      if (row === undefined) throw new Error('the row was made above')
      if (row.leaseUntil > now) {
        run.cancelLeased.run(account)
        return 'busy'
      }
      run.lease.run({ account, turnId: null, owner, leaseUntil })
      return { agent: agentOfText(row.agent) }
    },
  )

  return {
    begin: async (draft) => begin.immediate(draft),
    take: async (hold, { now, leaseUntil }) => take.immediate(hold, now, leaseUntil),
    // One transaction, so that pieces are those of the state that is read.
    read: async (account, turnId, from) =>
      database.transaction(() => {
        const turn = readTurn(account, turnId)
        return turn === undefined ? undefined : { ...turn, pieces: run.pieces.all(account, turnId, from) }
      })(),
    write: async (hold, progress) => write.immediate(hold, progress),
    finish: async (hold, end) => finish.immediate(hold, end),
    release: async (hold) => void run.release.run(hold),
    cancel: async (account, turnId, now) => cancel.immediate(account, turnId, now),
    acknowledge: async (account, turnId) => {
      run.dropEnded.run(account, turnId)
      return run.request.get(account, turnId) === undefined ? 'ok' : 'running'
    },
    use: async (account, day) => ({
      agent: agentOfText(run.account.get(account)?.agent),
      ...(run.used.get(account, day) ?? { turns: 0, tokens: 0 }),
      serverTokens: run.serverUsed.get(day) ?? 0,
    }),
    holdToForget: async (hold, { now, leaseUntil }) => holdToForget.immediate(hold, now, leaseUntil),
    endForgetting: async ({ account, owner }, forgotten) =>
      database
        .transaction(() => {
          if (run.release.run({ account, turnId: null, owner }).changes === 0 || !forgotten) return
          run.setAgent.run(null, account)
          run.dropTurns.run(account)
        })
        .immediate(),
    turnsOf: async (account) =>
      run.records.all(account).map(({ state, ...rest }) => ({ ...rest, state: stateOfText(state) })),
    removeOld: async (before) => {
      run.dropOldUsage.run(dayOf(before))
      run.dropOldServerUsage.run(dayOf(before))
      return run.dropOld.run(before).changes
    },
  }
}
