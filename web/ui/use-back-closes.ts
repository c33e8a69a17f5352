import { useEffectEvent, useLayoutEffect } from 'react'
import { sheetHistory } from './sheet-history.ts'

const enter = sheetHistory(window)

/**
 * While `open`, the back button (or gesture) calls `onBack` and leaves the page where it is: an entry in the session's
 * history stands for what is open, and goes when it closes by other means.
 */
export function useBackCloses(open: boolean, onBack: () => void): void {
  const back = useEffectEvent(onBack)
  // A layout effect, so that the step back is asked for by the time that what closed is off the page.
  useLayoutEffect(() => (open ? enter(() => back()) : undefined), [open])
}
