import { useEffect, useState } from 'react'
import { invitationOf } from './invitation.ts'

/** The code of the league that the address invites to, until it was used. It leaves the address at once: whoever has it can join. */
export function useInvitation(): readonly [code: string | undefined, used: () => void] {
  const [code, setCode] = useState(() => invitationOf(location.hash))
  useEffect(() => {
    // A link that is opened while the screen is here loads nothing anew.
    const look = () => setCode((before) => invitationOf(location.hash) ?? before)
    window.addEventListener('hashchange', look)
    return () => window.removeEventListener('hashchange', look)
  }, [])
  useEffect(() => {
    if (invitationOf(location.hash) !== undefined) history.replaceState(history.state, '', location.pathname)
  })
  return [code, () => setCode(undefined)]
}
