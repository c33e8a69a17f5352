import type { Board } from '../../../../shared/leaderboard/board.ts'
import { HANDLE_LENGTH, type Handle, parseHandle } from '../../../../shared/leaderboard/handle.ts'
import { inOrder, parseLeagueName } from '../../../../shared/score-card/league.ts'

/** What is typed and chosen for a league. */
export interface LeagueDraft {
  readonly name: string
  readonly handle: string
  readonly boards: readonly Board[]
}

export interface ReadyLeague {
  readonly name: string
  readonly handle: Handle
  readonly boards: readonly Board[]
}

/** What is wrong, and what to do about it. */
export type LeagueDraftProblems = { readonly [Field in keyof LeagueDraft]?: string }

export function readyLeague(
  draft: LeagueDraft,
  isTaken: (handle: Handle) => boolean,
): { readonly league: ReadyLeague } | { readonly problems: LeagueDraftProblems } {
  const name = parseLeagueName(draft.name)
  const handle = parseHandle(draft.handle.trim())
  const boards = inOrder(draft.boards)
  if (name !== undefined && handle !== undefined && boards.length > 0 && !isTaken(handle))
    return { league: { name, handle, boards } }
  return {
    problems: {
      ...(name === undefined ? { name: 'Give it a name of up to 40 characters.' } : {}),
      ...problemOfHandle(handle, isTaken),
      ...(boards.length === 0 ? { boards: 'Choose one at least.' } : {}),
    },
  }
}

function problemOfHandle(handle: Handle | undefined, isTaken: (handle: Handle) => boolean): { handle?: string } {
  if (handle === undefined)
    return {
      handle: `${HANDLE_LENGTH.least} to ${HANDLE_LENGTH.most} letters or digits, with - or _ between them.`,
    }
  return isTaken(handle) ? { handle: 'Somebody in this league has this handle, or one that looks like it.' } : {}
}
