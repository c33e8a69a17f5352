import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'wouter'
import { type InsightsView, readView, writeView } from './insights-view.ts'

/** The view in the address, and how to change part of it. Changes replace the address: back leaves the screen. */
export function useInsightsView(): readonly [InsightsView, (change: Partial<InsightsView>) => void] {
  const [search, setSearch] = useSearchParams()
  const view = useMemo(() => readView(search), [search])
  const change = useCallback(
    (part: Partial<InsightsView>) => setSearch((now) => writeView({ ...readView(now), ...part }), { replace: true }),
    [setSearch],
  )
  return [view, change]
}
