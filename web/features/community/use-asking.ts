import { useCallback, useRef, useState } from 'react'
import type { Result } from '../../../shared/result/result.ts'
import type { LeaderboardProblem } from '../../community/leaderboard-client.ts'
import { problemText } from '../../community/problem-text.ts'

/** Asks the server for one thing at a time, and keeps the sentence of what did not work. */
export function useAsking() {
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState<string>()
  const isBusy = useRef(false)

  /** Undefined where it failed, which `problem` then says, or where something else is still asked for. */
  const ask = useCallback(
    async <Value>(work: () => Promise<Result<Value, LeaderboardProblem>>): Promise<{ value: Value } | undefined> => {
      if (isBusy.current) return undefined
      isBusy.current = true
      setAsking(true)
      setProblem(undefined)
      try {
        const answer = await work()
        if (answer.ok) return { value: answer.value }
        setProblem(problemText(answer.failure))
      } finally {
        isBusy.current = false
        setAsking(false)
      }
      return undefined
    },
    [],
  )
  return { asking, ask, problem, clearProblem: useCallback(() => setProblem(undefined), []) }
}
