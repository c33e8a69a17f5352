import { useEffect, useLayoutEffect, useRef } from 'react'
import styles from './GrowingList.module.css'
import { ListScroller } from './ListScroller.tsx'
import type { ListView } from './list-view.ts'

/** How near to the end, in pixels, somebody is at the end. */
const AT_END = 120

/** A growing list with all of its rows in the page. */
export function ShortList({ label, keys, draw, follow }: ListView) {
  const scroller = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const isAtEnd = useRef(true)
  /** As high as the rows were when they were last looked at. They may have grown before what scrolls them is heard. */
  const height = useRef(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is followed brings the end into sight by changing.
  useLayoutEffect(() => {
    isAtEnd.current = true
    toEnd(scroller.current)
  }, [follow])
  // Rows grow by themselves too, as an answer comes; and the room for them shrinks, as a keyboard does.
  useEffect(() => {
    const grown = new ResizeObserver(() => {
      height.current = scroller.current?.scrollHeight ?? 0
      if (isAtEnd.current) toEnd(scroller.current)
    })
    for (const { current } of [scroller, list]) if (current !== null) grown.observe(current)
    return () => grown.disconnect()
  }, [])

  return (
    <ListScroller
      ref={scroller}
      label={label}
      onScroll={({ currentTarget: { scrollTop, clientHeight } }) => {
        isAtEnd.current = height.current - scrollTop - clientHeight < AT_END
      }}
    >
      <ol ref={list} className={styles['rows']}>
        {keys.map((key, place) => (
          <li key={key} className={styles['row']}>
            {draw(place)}
          </li>
        ))}
      </ol>
    </ListScroller>
  )
}

function toEnd(scroller: HTMLElement | null): void {
  if (scroller !== null) scroller.scrollTop = scroller.scrollHeight
}
