import { parseLeagueCode } from '../../../shared/leaderboard/league-code.ts'

const NAME = 'join'

/** A link that leads to joining a league. The code is in the fragment, which browsers send to nobody and no log has. */
export function invitationLink(origin: string, code: string): string {
  return `${origin}/community#${new URLSearchParams({ [NAME]: code })}`
}

/** The code of the league that a link invites to, or undefined where it invites to none. */
export function invitationOf(hash: string): string | undefined {
  const code = new URLSearchParams(hash.replace(/^#/, '')).get(NAME)
  return code === null ? undefined : parseLeagueCode(code)
}
