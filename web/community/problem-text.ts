import type { LeaderboardProblem } from './leaderboard-client.ts'

const SENTENCES: Readonly<Record<LeaderboardProblem, string>> = {
  malformed: 'The server did not understand that. Reload the page: it may be another version.',
  'handle-malformed':
    'Take 3 to 20 letters A to Z (also with marks, such as é) and digits, with single hyphens or underscores between them.',
  'handle-taken': 'Somebody has this handle, or one that looks like it. Take another one.',
  'no-player': 'You are on no board any more: you left on another device.',
  'not-joined': 'You are not on this board any more: you left it on another device.',
  implausible: 'That is more than the days so far can hold. Is the date of this device right?',
  'period-closed': 'This period takes no scores any more.',
  'period-not-begun': 'This period has not begun anywhere. Is the date of this device right?',
  'no-league': 'There is no league with this code. Ask for the code again, or for a new invitation.',
  'no-such-handle': 'Nobody on this server has this handle.',
  'own-handle': 'That is you.',
  full: 'There is no room for more.',
  'too-many': 'That was often. Wait some minutes and try again.',
  'signed-out': 'This device is signed out of its account. Sign in again on Sync.',
  unreachable: 'The server does not answer. Try again when you are connected.',
}

/** Why something did not work, and what to do about it. */
export const problemText = (problem: LeaderboardProblem): string => SENTENCES[problem]
