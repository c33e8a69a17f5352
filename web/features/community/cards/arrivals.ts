import { useEffect, useEffectEvent } from 'react'
import { useSearch } from 'wouter'
import { isCardFile } from '../../../../shared/score-card/file-name.ts'
import { CARD_LIMITS } from '../../../../shared/score-card/limits.ts'
import { clearIncomingFile, takeIncomingFile } from '../../../store/incoming-files.ts'

const ARRIVED = /^#(?:card|league)=/

/** Calls `onText` with what brought the person here: a link with a card or an invitation, or a file opened or shared with OwnIt. */
export function useArrivals(onText: (text: string) => void): void {
  const search = useSearch()
  const arrive = useEffectEvent(onText)
  useEffect(() => {
    const look = () => {
      const { hash } = location
      if (!ARRIVED.test(hash)) return
      // Taken in once: a reload and the way back do not ask again.
      history.replaceState(history.state, '', location.pathname + location.search)
      arrive(hash)
    }
    look()
    addEventListener('hashchange', look)
    return () => removeEventListener('hashchange', look)
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: each opened file has another address.
  useEffect(() => {
    let gone = false
    const look = async () => {
      const file = await takeIncomingFile()
      // Any other waits for the import.
      if (gone || file === undefined || !isCardFile(file.name)) return
      await clearIncomingFile()
      arrive(file.size > CARD_LIMITS.fileBytes ? '' : await file.text())
    }
    look().catch((error: unknown) => console.warn('The opened file could not be read', error))
    return () => {
      gone = true
    }
  }, [search])
}
