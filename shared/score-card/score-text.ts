import { BOARDS, type Board } from '../leaderboard/board.ts'
import type { PublishedScore } from '../leaderboard/judge-score.ts'
import { type Period, parsePeriod } from '../leaderboard/period.ts'
import { CARD_LIMITS } from './limits.ts'

/** A letter each: steps, nights, days in a row, calories. */
const LETTERS: Readonly<Record<Board, string>> = { steps: 's', sleep: 'n', streak: 'r', calories: 'c' }
const GROUP = /^([\w-]+)~((?:[a-z](?:0|[1-9]\d{0,15}))+)$/
const SCORE = /([a-z])(\d+)/g

export const boardLetters = (boards: readonly Board[]): string => boards.map((board) => LETTERS[board]).join('')

/** The boards that letters stand for, in the order of `BOARDS`; undefined for no letters and any others. */
export function boardsOfLetters(letters: string): Board[] | undefined {
  const boards = BOARDS.filter((board) => letters.includes(LETTERS[board]))
  return boards.length > 0 && boardLetters(boards) === letters ? boards : undefined
}

/** A group for each period: `2026-W48~s52000r12`. In whatever order scores come, they are written in one. */
export function scoreGroups(scores: readonly PublishedScore[]): string[] {
  const periods = [...new Set(scores.map(({ period }) => period))].sort()
  return periods.map((period) => {
    const written = BOARDS.flatMap((board) => {
      const found = scores.find((one) => one.period === period && one.board === board)
      return found === undefined ? [] : `${LETTERS[board]}${found.score}`
    })
    return `${period}~${written.join('')}`
  })
}

/** The scores that are written so, or undefined where none are: no group, too many, an unknown period or board, another spelling. */
export function scoresOfGroups(groups: readonly string[]): PublishedScore[] | undefined {
  if (groups.length === 0 || groups.length > CARD_LIMITS.periods) return undefined
  const scores = groups.flatMap(scoresOfGroup)
  return scoreGroups(scores).join('.') === groups.join('.') ? scores : undefined
}

function scoresOfGroup(group: string): PublishedScore[] {
  const [, periodText = '', written = ''] = GROUP.exec(group) ?? []
  const period: Period | undefined = parsePeriod(periodText)
  if (period === undefined) return []
  return [...written.matchAll(SCORE)].flatMap(([, letter = '', digits = '']) => {
    const board = BOARDS.find((one) => LETTERS[one] === letter)
    const score = Number(digits)
    return board === undefined || !Number.isSafeInteger(score) ? [] : { board, period, score }
  })
}
