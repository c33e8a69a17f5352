import { useState } from 'react'
import type { Profile } from '../../store/profile.ts'
import { useProfile } from '../../store/react.tsx'
import { stillToCome } from './chosen-settings.ts'
import { useSaving } from './use-saving.ts'

/**
 * The settings as they are shown, and how to change them. A choice shows at once: a switch that waited for the disk would
 * jump back under the finger first. What could not be saved goes back to what is stored, and the problem is said.
 */
export function useSettings() {
  const stored = useProfile()
  const { saveSettings, problem } = useSaving()
  const [chosen, setChosen] = useState<Partial<Profile>>({})
  const pending = stillToCome(chosen, stored)
  // Setting state while rendering is React's own way to follow a prop without drawing twice.
  if (pending !== chosen) setChosen(pending)

  const change = (settings: Partial<Profile>, label: string) => {
    setChosen((others) => ({ ...others, ...settings }))
    void saveSettings(settings, label).then((isSaved) => {
      if (!isSaved) setChosen({})
    })
  }
  return { settings: { ...stored, ...pending }, change, problem }
}
