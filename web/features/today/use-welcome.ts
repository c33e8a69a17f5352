import { useEffect, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { isFirstStart } from '../../store/first-start.ts'
import { useDatabase, useLive } from '../../store/react.tsx'

/**
 * Leads to the welcome where nothing was ever logged and nothing chosen. True while that is the case or not known yet.
 * An address that asks for something (a day, a value to log) is answered instead.
 */
export function useWelcome(): boolean {
  const db = useDatabase()
  const [, navigate] = useLocation()
  const search = useSearch()
  const [asked] = useState(search !== '')
  const { value: isFirst } = useLive(() => isFirstStart(db), [db])
  const leave = isFirst === true && !asked
  useEffect(() => {
    if (leave) navigate('/welcome', { replace: true })
  }, [leave, navigate])
  return asked ? false : isFirst !== false
}
