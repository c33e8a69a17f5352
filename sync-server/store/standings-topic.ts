import { BOARDS } from '../../shared/leaderboard/board.ts'
import { parsePeriod } from '../../shared/leaderboard/period.ts'
import type { List } from './leaderboard-port.ts'
import type { AccountId } from './ports.ts'

/** Names a list as a circle of people sees it, for pokes: `steps/2026-W48/everyone`. */
export type StandingsTopic = string & { readonly __brand: 'StandingsTopic' }

/** Who sees it: everyone, the players of a league, or the friends of an account. */
export type Circle =
  | { readonly scope: 'everyone' }
  | { readonly scope: 'league'; readonly league: string }
  | { readonly scope: 'friends'; readonly account: AccountId }

export function standingsTopic({ board, period }: List, circle: Circle): StandingsTopic {
  const list = `${board}/${period}/${circle.scope}`
  if (circle.scope === 'everyone') return list as StandingsTopic
  return `${list}/${circle.scope === 'league' ? circle.league : circle.account}` as StandingsTopic
}

/** The list that a topic is of. Throws where the text is none. */
export function listOfTopic(topic: string): List {
  const [name, text = ''] = topic.split('/')
  const board = BOARDS.find((each) => each === name)
  const period = parsePeriod(text)
  if (board === undefined || period === undefined) throw new Error('no topic of standings')
  return { board, period }
}
