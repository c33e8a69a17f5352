import type { ReactNode } from 'react'
import { latePart } from './late-part.tsx'
import type { ListView } from './list-view.ts'
import { ShortList } from './ShortList.tsx'

export interface GrowingListProps<Row> extends Pick<ListView, 'label' | 'follow' | 'onNearTop'> {
  /** Oldest first; each with its key. */
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** About how high a row will be, in pixels, before it is drawn. */
  readonly estimate: (row: Row) => number
  readonly children: (row: Row) => ReactNode
}

/** Rows that are drawn all of them. What draws only those in sight is fetched where there are more. */
const FEW = 60

const longList = latePart(async () => (await import('./LongList.tsx')).LongList)

/** Resolves when a list of so many rows is drawn at once as it will stay. */
export const listReady = (rows: number): Promise<void> => (rows > FEW ? longList.ready() : Promise.resolve())

/**
 * A list that grows at its end and is of any length. It opens at its end and stays there as it grows, unless somebody has scrolled
 * away. Fills its container and scrolls inside; the scrolling part takes the focus, so that the keys scroll it.
 */
export function GrowingList<Row>({ rows, rowKey, estimate, children, ...rest }: GrowingListProps<Row>) {
  const of =
    <Value,>(say: (row: Row) => Value, none: Value) =>
    (place: number): Value => {
      const row = rows[place]
      return row === undefined ? none : say(row)
    }
  const view: ListView = {
    ...rest,
    keys: rows.map(rowKey),
    estimate: of(estimate, 0),
    draw: of<ReactNode>(children, null),
  }
  const short = <ShortList {...view} />
  return rows.length > FEW ? <longList.Part of={view} meanwhile={short} /> : short
}
