import { useEffect, useEffectEvent } from 'react'

const DEPTH = 'sheetDepth'
let depth = 0

const depthOf = (state: unknown): number =>
  typeof state === 'object' && state !== null && DEPTH in state && typeof state[DEPTH] === 'number' ? state[DEPTH] : 0

/**
 * While `open`, the back button (or gesture) calls `onBack` and leaves the page where it is: an entry in the session's
 * history stands for what is open, and goes when it closes by other means.
 */
export function useBackCloses(open: boolean, onBack: () => void): void {
  const back = useEffectEvent(onBack)
  useEffect(() => {
    if (!open) return
    depth += 1
    const mine = depth
    if (depthOf(history.state) < mine) history.pushState({ ...history.state, [DEPTH]: mine }, '')
    const onPop = (event: PopStateEvent) => {
      if (depthOf(event.state) < mine) back()
    }
    window.addEventListener('popstate', onPop)
    return () => {
      window.removeEventListener('popstate', onPop)
      depth -= 1
      // Later, because development mounts twice, and because a link followed from inside has its own entry by then.
      queueMicrotask(() => {
        if (depth < mine && depthOf(history.state) === mine) history.back()
      })
    }
  }, [open])
}
