import { type ReactNode, useEffect, useState } from 'react'

const waiting: (() => void)[] = []
let isRunning = false

/**
 * Draws its content when it is its turn: one a task, in the order in which they came. For a page of many drawings, which
 * all at once would hold up a finger. `place` stands there until then and must be as tall.
 */
export function InTurn({ place, children }: { readonly place: ReactNode; readonly children: ReactNode }) {
  const [isDrawn, setDrawn] = useState(false)
  useEffect(() => waitForTurn(() => setDrawn(true)), [])
  return isDrawn ? children : place
}

function waitForTurn(turn: () => void): () => void {
  waiting.push(turn)
  if (!isRunning) {
    isRunning = true
    setTimeout(takeTurns)
  }
  return () => {
    const at = waiting.indexOf(turn)
    if (at >= 0) waiting.splice(at, 1)
  }
}

function takeTurns(): void {
  waiting.shift()?.()
  isRunning = waiting.length > 0
  if (isRunning) setTimeout(takeTurns)
}
