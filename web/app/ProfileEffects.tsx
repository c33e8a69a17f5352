import { useEffect } from 'react'
import { readDayValues } from '../store/day-values.ts'
import { useLive, useMetrics, useProfile, useToday } from '../store/react.tsx'
import { showBadge } from './badge.ts'
import { applyTheme } from './theme.ts'

/** What the profile and the day change outside the screens: the theme, and the number on the app's icon. */
export function ProfileEffects() {
  const { theme, preferredSources } = useProfile()
  const metrics = useMetrics()
  const today = useToday()
  const { value: logged } = useLive(
    async (db) => (await readDayValues(db, metrics, today, today, preferredSources)).size,
    [metrics, today, preferredSources],
  )

  useEffect(() => applyTheme(theme), [theme])
  useEffect(() => {
    // One thing is due on a day with nothing in it: to log.
    if (logged !== undefined) void showBadge(logged > 0 ? 0 : 1)
  }, [logged])

  return null
}
