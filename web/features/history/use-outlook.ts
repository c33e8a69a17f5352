import { useEffect, useState } from 'react'
import { useLive } from '../../store/react.tsx'
import type { Outlook } from './outlook.ts'
import type { readOutlook } from './read-outlook.ts'

/** The outlook of a metric while it is asked for; undefined until it is read. Its code comes when somebody asks first. */
export function useOutlook(metric: string, isOn: boolean): Outlook | undefined {
  const [read, setRead] = useState<typeof readOutlook>()
  useEffect(() => {
    if (!isOn) return
    let gone = false
    import('./read-outlook.ts').then(
      (module) => {
        if (!gone) setRead(() => module.readOutlook)
      },
      (reason: unknown) => console.warn('The outlook could not be loaded; the chart goes without it.', reason),
    )
    return () => {
      gone = true
    }
  }, [isOn])
  const { value } = useLive(
    async (db) => (read === undefined ? undefined : { metric, outlook: await read(db, metric) }),
    [read, metric],
  )
  return isOn && value?.metric === metric ? value.outlook : undefined
}
