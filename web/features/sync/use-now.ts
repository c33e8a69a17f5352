import { useEffect, useState } from 'react'
import { useDatabase } from '../../store/react.tsx'

const EVERY_MS = 20_000

/** The time of this device (ms since 1970 UTC), so that what says how long ago something was does not stand still. */
export function useNow(): number {
  const db = useDatabase()
  const [, setLooked] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setLooked((looks) => looks + 1), EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return db.now()
}
