/** The collections this version knows. Others (from a newer version) are stored, merged and backed up all the same. */
export const DAY = 'day'
export const MOODS = 'mood'
export const METRICS = 'metric'
export const PAUSES = 'pause'
export const PROFILE = 'profile'
export const SAMPLE = 'sample'
/** What the coach said and the person put aside, by its id. */
export const DISMISSALS = 'dismissal'
export const EXPERIMENTS = 'experiment'
export const GOALS = 'goal'
export const CHALLENGES = 'challenge'
/** Leagues without a server: each with the key that signs as this person in it. */
export const LEAGUES = 'league'
/** The cards of each other player, by league and key. */
export const CARDS = 'card'
/** What was asked of the coach and answered. */
export const MESSAGES = 'message'

/**
 * Whether a collection's ids are natural (a date, `me`, a risk, a player). Such a document is cleared field by field and never marked
 * deleted: the next edit brings a deleted document back whole, and clearing a day must not wait to return old values.
 */
export function hasNaturalIds(collection: string): boolean {
  return collection === DAY || collection === PROFILE || collection === DISMISSALS || collection === CARDS
}
