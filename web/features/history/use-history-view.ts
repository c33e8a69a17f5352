import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'wouter'
import { type HistoryView, readView, writeView } from './view-state.ts'

/** The view in the address, and how to change part of it. Changes replace the address: back leaves the screen. */
export function useHistoryView(): readonly [HistoryView, (change: Partial<HistoryView>) => void] {
  const [search, setSearch] = useSearchParams()
  const view = useMemo(() => readView(search), [search])
  const change = useCallback(
    (part: Partial<HistoryView>) => setSearch((now) => writeView({ ...readView(now), ...part }), { replace: true }),
    [setSearch],
  )
  return [view, change]
}
