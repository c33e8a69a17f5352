import { useState } from 'react'
import { dropDraft, keepDraft, keptDraft, type MoodDraft } from './draft-storage.ts'
import { isWorthKeeping } from './mood-draft.ts'

/**
 * What is being written in the form of `entry` (an id, or `new`), begun from `opened` or from what was left there before.
 * Each change is kept at once, so neither a reload nor a closed form loses it.
 */
export function useMoodDraft(entry: string, opened: MoodDraft) {
  const [draft, setDraft] = useState(() => keptDraft(entry) ?? opened)
  const [isContinued, setContinued] = useState(() => keptDraft(entry) !== undefined)
  const [isKept, setKept] = useState(true)
  const change = (part: Partial<MoodDraft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    if (isWorthKeeping(next, opened)) setKept(keepDraft(entry, next))
    else dropDraft(entry)
  }
  const discard = () => {
    dropDraft(entry)
    setDraft(opened)
    setContinued(false)
  }
  return {
    draft,
    change,
    /** Puts the form back to what it opened on. */
    discard,
    /** The form goes on from something not saved before. */
    isContinued,
    /** False: the browser has no room, so closing the page would lose what is written. */
    isKept,
  }
}
