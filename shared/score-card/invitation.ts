import { fail, ok, type Result } from '../result/result.ts'
import { type League, parseLeagueId, parseLeagueName } from './league.ts'
import { CARD_LIMITS } from './limits.ts'
import { escaped, unescaped } from './plain-words.ts'
import { boardLetters, boardsOfLetters } from './score-text.ts'

const VERSION = '1'

/** What lets another person into a league: its id, name and boards. Nobody's key and nobody's score. */
export function invitationText({ id, name, boards }: League): string {
  return [VERSION, id, escaped(name), boardLetters(boards)].join('.')
}

export type InvitationProblem = 'no-invitation' | 'newer-version'

export function parseInvitation(text: string): Result<League, InvitationProblem> {
  const version = /^(\d{1,4})\./.exec(text)?.[1]
  if (version !== undefined && Number(version) > Number(VERSION)) return fail('newer-version')
  if (text.length > CARD_LIMITS.invitationLength) return fail('no-invitation')
  const [, idText = '', nameText = '', letters = ''] = text.split('.')
  const id = parseLeagueId(idText)
  const name = parseLeagueName(unescaped(nameText) ?? '')
  const boards = boardsOfLetters(letters)
  if (id === undefined || name === undefined || boards === undefined) return fail('no-invitation')
  const league = { id, name, boards }
  return invitationText(league) === text ? ok(league) : fail('no-invitation')
}
