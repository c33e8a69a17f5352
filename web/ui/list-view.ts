import type { ReactNode } from 'react'

/** A growing list as its rows are drawn, each by its place. */
export interface ListView {
  readonly label: string
  /** Of each row, oldest first. */
  readonly keys: readonly string[]
  /** About how high a row will be, in pixels, before it is drawn. */
  readonly estimate: (place: number) => number
  readonly draw: (place: number) => ReactNode
  /** Brings the end into sight whenever it changes: what the person added themself. */
  readonly follow?: string | undefined
  /** The first rows come near: called to have earlier ones. What is in sight stays where it is. */
  readonly onNearTop?: (() => void) | undefined
}
