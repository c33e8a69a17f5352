import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import styles from './GrowingList.module.css'

export interface GrowingListProps<Row> {
  readonly label: string
  /** Oldest first; each with its key. */
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** About how high a row will be, in pixels, before it is drawn. */
  readonly estimate: (row: Row) => number
  readonly children: (row: Row) => ReactNode
  /** Brings the end into sight whenever it changes: what the person added themself. */
  readonly follow?: string | undefined
  /** The first rows come near: called to have earlier ones. What is in sight stays where it is. */
  readonly onNearTop?: (() => void) | undefined
}

/** How near to the top, in rows, earlier ones are asked for. */
const NEAR_TOP = 8

/**
 * A list that grows at its end and is of any length: only the rows in sight are in the page, while their attributes say how many
 * there are and which these are. It opens at its end and stays there as it grows, unless somebody has scrolled away. Fills its
 * container and scrolls inside; the scrolling part takes the focus, so that the keys scroll it.
 */
export function GrowingList<Row>(props: GrowingListProps<Row>) {
  const { label, rows, rowKey, estimate, children, follow, onNearTop } = props
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const row = rows[index]
      return row === undefined ? 0 : estimate(row)
    },
    getItemKey: (index) => {
      const row = rows[index]
      return row === undefined ? index : rowKey(row)
    },
    overscan: 6,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: 120,
  })

  const opened = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is followed brings the end into sight by changing.
  useLayoutEffect(() => {
    if (rows.length === 0) return
    virtualizer.scrollToIndex(rows.length - 1, { align: 'end' })
    opened.current = true
  }, [follow, rows.length > 0, virtualizer])

  const items = virtualizer.getVirtualItems()
  const first = items[0]?.index
  useEffect(() => {
    if (first !== undefined && first < NEAR_TOP && opened.current) onNearTop?.()
  }, [first, onNearTop])

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset holds form controls; this group scrolls a list.
    <div
      ref={scroller}
      role="group"
      aria-label={label}
      className={styles['scroller']}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrollable by keys.
      tabIndex={0}
    >
      <ol className={styles['rows']} style={{ blockSize: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index]
          if (row === undefined) return null
          return (
            <li
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              aria-setsize={rows.length}
              aria-posinset={item.index + 1}
              className={styles['row']}
              style={{ translate: `0 ${item.start}px` }}
            >
              {children(row)}
            </li>
          )
        })}
      </ol>
    </div>
  )
}
