/** What may be compared, and in what: steps, nights in one's goal range, days in a row, days logged within the calorie goal. */
export const BOARDS = ['steps', 'sleep', 'streak', 'calories'] as const
export type Board = (typeof BOARDS)[number]

/** Who is compared: all who are on the board, who shares a league, or people who have both asked for each other. */
export const SCOPES = ['everyone', 'league', 'friends'] as const
export type Scope = (typeof SCOPES)[number]

/**
 * The most that one day can add to a score. 100 000 steps are what a day of the app may hold (some 70 km); the other boards
 * count days or nights.
 */
export const MOST_PER_DAY: Readonly<Record<Board, number>> = { steps: 100_000, sleep: 1, streak: 1, calories: 1 }
