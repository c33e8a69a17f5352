import { type ComponentType, useEffect, useState } from 'react'
import type { ValueSheetProps } from './ValueSheet.tsx'

type ValueSheet = ComponentType<ValueSheetProps>

let loaded: ValueSheet | undefined

/**
 * The sheet to enter a value in, undefined until it is there. Not part of what the first screen waits for: it is fetched
 * once that stands (`when`). From then on it opens within the tap itself, as the keypad of a phone asks.
 */
export function useValueSheet(when: boolean): ValueSheet | undefined {
  const [sheet, setSheet] = useState<ValueSheet | undefined>(() => loaded)
  const [error, setError] = useState<unknown>()
  useEffect(() => {
    if (!when || loaded !== undefined) return
    import('./ValueSheet.tsx').then(({ ValueSheet }) => {
      loaded = ValueSheet
      setSheet(() => ValueSheet)
    }, setError)
  }, [when])
  if (error !== undefined) throw error
  return sheet
}
