import { useEffect, useState } from 'react'

const AT_LATEST_MS = 1000
/** For Safari, which does not tell when it is idle. */
const INSTEAD_MS = 200

/** True once the browser has had nothing to do since `after` became true: for what nobody waits for. */
export function useIdle(after: boolean): boolean {
  const [isIdle, setIdle] = useState(false)
  useEffect(() => {
    if (!after) return
    const go = () => setIdle(true)
    if (!('requestIdleCallback' in globalThis)) {
      const timer = setTimeout(go, INSTEAD_MS)
      return () => clearTimeout(timer)
    }
    const asked = requestIdleCallback(go, { timeout: AT_LATEST_MS })
    return () => cancelIdleCallback(asked)
  }, [after])
  return isIdle
}
