import { type ComponentType, useEffect, useState } from 'react'
import { noteMissing } from '../../ui/Later.tsx'
import type { ValueSheetProps } from './ValueSheet.tsx'

type ValueSheet = ComponentType<ValueSheetProps>

let loaded: ValueSheet | undefined

/**
 * The sheet to enter a value in, undefined until it is there. Not part of what the first screen waits for: it is fetched
 * once that stands (`isIdle`), so that it opens within the tap itself, as the keypad of a phone asks. Where that fails, it is
 * tried again when the sheet is asked for (`isOpened`), and only then thrown.
 */
export function useValueSheet(isIdle: boolean, isOpened: boolean): ValueSheet | undefined {
  const [sheet, setSheet] = useState<ValueSheet | undefined>(() => loaded)
  const [error, setError] = useState<unknown>()
  useEffect(() => {
    if (!(isIdle || isOpened) || loaded !== undefined) return
    import('./ValueSheet.tsx').then(
      ({ ValueSheet }) => {
        loaded = ValueSheet
        setSheet(() => ValueSheet)
      },
      isOpened ? setError : noteMissing,
    )
  }, [isIdle, isOpened])
  if (error !== undefined) throw error
  return sheet
}
