import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef } from 'react'
import styles from './GrowingList.module.css'
import { ListScroller } from './ListScroller.tsx'
import type { ListView } from './list-view.ts'

/** How near to the top, in rows, earlier ones are asked for. */
const NEAR_TOP = 8

/** A growing list of any length: only the rows in sight are in the page, while their attributes say which these are. */
export function LongList({ label, keys, estimate, draw, follow, onNearTop }: ListView) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: keys.length,
    getScrollElement: () => scroller.current,
    estimateSize: estimate,
    getItemKey: (place) => keys[place] ?? place,
    overscan: 6,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: 120,
  })

  const opened = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is followed brings the end into sight by changing.
  useLayoutEffect(() => {
    if (keys.length === 0) return
    virtualizer.scrollToIndex(keys.length - 1, { align: 'end' })
    opened.current = true
  }, [follow, keys.length > 0, virtualizer])

  const items = virtualizer.getVirtualItems()
  const first = items[0]?.index
  useEffect(() => {
    if (first !== undefined && first < NEAR_TOP && opened.current) onNearTop?.()
  }, [first, onNearTop])

  return (
    <ListScroller ref={scroller} label={label}>
      <ol className={styles['rows']} style={{ blockSize: virtualizer.getTotalSize() }}>
        {items.map((item) => (
          <li
            key={item.key}
            ref={virtualizer.measureElement}
            data-index={item.index}
            aria-setsize={keys.length}
            aria-posinset={item.index + 1}
            className={`${styles['row']} ${styles['placed']}`}
            style={{ translate: `0 ${item.start}px` }}
          >
            {draw(item.index)}
          </li>
        ))}
      </ol>
    </ListScroller>
  )
}
