import { useState } from 'react'
import type { Change } from '../../store/change.ts'
import { type Profile, profileEdit } from '../../store/profile.ts'
import { useCommit } from '../../store/react.tsx'

/** Saves changes and keeps the sentence of the last failure, to be shown where the change was made. */
export function useSaving() {
  const commit = useCommit()
  const [problem, setProblem] = useState<string>()

  /** True: it is saved. */
  const save = async (change: Change): Promise<boolean> => {
    const saved = await commit(change)
    setProblem(saved.ok ? undefined : saved.failure.message)
    return saved.ok
  }
  /** Saves settings; `label` says it in the past tense. */
  const saveSettings = (settings: Partial<Profile>, label: string): Promise<boolean> =>
    save({ kind: 'settings', label, edits: [profileEdit(settings)] })

  return { save, saveSettings, problem }
}
