import { useSyncExternalStore } from 'react'

// Where the shell turns to a side bar.
const WIDE = '(min-width: 900px)'

/** Whether there is room for everything side by side. */
export function useWideScreen(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(WIDE).matches)
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(WIDE)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
