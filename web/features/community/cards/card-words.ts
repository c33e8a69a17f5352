import type { CivilDate } from '../../../../shared/calendar/civil-date.ts'
import { dayAt } from '../../../../shared/calendar/day-clock.ts'
import type { CardRefusal } from '../../../../shared/score-card/card.ts'
import type { HandedProblem } from '../../../../shared/score-card/handed-over.ts'
import { dateText } from '../../../ui/period-text.ts'

const REFUSALS: Readonly<Record<CardRefusal, string>> = {
  'no-card': 'It cannot be read: it was cut off or changed on the way. Ask for it again.',
  'newer-version': 'It was made by a newer version of OwnIt. Update OwnIt, then take it in.',
  forged: 'It was not signed by the player it names, so it was changed or made up.',
  implausible: 'It says more than the days until then can hold.',
  'period-not-begun': 'It is about days that had not begun when it was made.',
  'issued-ahead': 'It says that it was made in the future. The clock of its player, or of this device, is wrong.',
  'cannot-check': 'This browser cannot check signatures (Ed25519). Update it, or take the card in on another device.',
}

export const refusalText = (reason: CardRefusal): string => REFUSALS[reason]

const PROBLEMS: Readonly<Record<HandedProblem, string>> = {
  nothing: 'There is no score card and no invitation in it. Both are links with #card= or #league= in them, or a file.',
  'too-large': 'It is too large: at most 200 cards can be taken in at once.',
  'newer-version': 'This file was made by a newer version of OwnIt. Update OwnIt, then take it in.',
}

export const problemOfHanded = (problem: HandedProblem): string => PROBLEMS[problem]

/** `27 Nov 2026`: the day on which a card was issued (ms since 1970 UTC), as this person counts days. */
export function issuedText(issued: number, rule: { readonly timeZone: string; readonly dayStart: number }): string {
  const day: CivilDate = dayAt(issued, rule)
  return dateText(day)
}

/** Said where the browser has no Ed25519. */
export const NO_SIGNATURES =
  'This browser cannot sign cards: it has no Ed25519. Chrome and Edge have it since version 137, Firefox since 129, Safari since 17.'
