/** The end of a file's name, by which it is known before it is read. */
const CARD_FILE_END = '.ownit-card.json'

/** `anna-2026-11-27.ownit-card.json` */
export const cardFileName = (handle: string, today: string): string => `${handle}-${today}${CARD_FILE_END}`

/** Also where something has put a number behind the name, as for the second file of one name: `... (1).json`. */
export const isCardFile = (name: string): boolean => /\.ownit-card(?: ?\(\d+\)|-\d+)?\.json$/i.test(name)
