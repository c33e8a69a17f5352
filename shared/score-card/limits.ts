/** One set of limits for whoever makes a card and whoever takes one in. */
export const CARD_LIMITS = {
  /** Weeks, months and all time that one card has scores of. */
  periods: 8,
  /** Characters of a card. One with every board in five periods has some 340. */
  cardLength: 1500,
  /** Characters of an invitation to a league. */
  invitationLength: 500,
  /** Cards in one file or one pasted text. */
  cards: 200,
  /** Bytes of a file, and characters of a pasted text. */
  fileBytes: 512 * 1024,
} as const
