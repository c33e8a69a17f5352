import { type RefObject, useEffect, useRef } from 'react'

/** The performance mark set each time the chart is on the screen. */
export const DRAWN_MARK = 'history-drawn'

/**
 * Says when the chart inside the element has been painted: sets `data-drawn` to `key` on it and the performance mark
 * `history-drawn`. Again whenever `drawing` or `key` changes; until then `data-drawn` is taken away.
 */
export function useDrawnMark(key: string, drawing: unknown): RefObject<HTMLDivElement | null> {
  const root = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new drawing is what is waited for.
  useEffect(() => {
    const element = root.current
    if (element === null) return
    delete element.dataset['drawn']
    let frame = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const markPainted = () => {
      // A frame's callbacks run before it is painted, a timer set in one runs after.
      frame = requestAnimationFrame(() => {
        timer = setTimeout(() => {
          element.dataset['drawn'] = key
          performance.mark(DRAWN_MARK)
        })
      })
    }
    const isThere = () => element.querySelector('canvas') !== null
    // The drawing library arrives after the first chart is asked for.
    const arrival = new MutationObserver(() => {
      if (!isThere()) return
      arrival.disconnect()
      markPainted()
    })
    if (isThere()) markPainted()
    else arrival.observe(element, { childList: true, subtree: true })
    return () => {
      arrival.disconnect()
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [key, drawing])
  return root
}
