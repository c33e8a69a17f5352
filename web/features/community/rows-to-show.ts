import type { Standing, Standings } from '../../../shared/leaderboard/messages.ts'

/** A row, or that so many ranks are left out. */
export type ShownRow = { readonly kind: 'row'; readonly row: Standing } | { readonly kind: 'gap' }

export const ON_PODIUM = 3

/** Whether a row has a medal: nobody gets one for nothing. */
export const hasMedal = ({ rank, score }: Standing): boolean => rank <= ON_PODIUM && score > 0

/** The first three rows that have a medal. */
export const podiumOf = (top: Standings['top']): readonly Standing[] => top.slice(0, ON_PODIUM).filter(hasMedal)

/**
 * What stands below the podium: the rest of the top, then oneself between one's neighbours, with a gap where ranks are left out.
 * Nobody stands there twice.
 */
export function rowsBelow({ top, around }: Pick<Standings, 'top' | 'around'>): readonly ShownRow[] {
  const known = new Set(top.map(({ handle }) => handle))
  const beyond = around.filter(({ handle }) => !known.has(handle))
  // Some neighbours in the top: what is beyond goes on from there.
  const isApart = beyond.length > 0 && beyond.length === around.length
  return [
    ...top.slice(podiumOf(top).length).map(asRow),
    ...(isApart ? [{ kind: 'gap' } as const] : []),
    ...beyond.map(asRow),
  ]
}

/** How many have a score and are not shown after the last row. */
export function notShown({ top, around, total }: Pick<Standings, 'top' | 'around' | 'total'>): number {
  return total - new Set([...top, ...around].map(({ handle }) => handle)).size
}

const asRow = (row: Standing): ShownRow => ({ kind: 'row', row })
