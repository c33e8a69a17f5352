import { useEffect, useState } from 'react'

const SETTLE_MS = 1000

/** False until the first screen has had its time: what nobody waits for begins then. */
export function useSettled(): boolean {
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [])
  return settled
}
