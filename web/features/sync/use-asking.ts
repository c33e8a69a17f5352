import { useCallback, useRef, useState } from 'react'
import type { Result } from '../../../shared/result/result.ts'

/** What a failure says to the person. */
export interface Said {
  readonly message: string
}

export interface Answered<Value> {
  readonly value: Value
}

/** Asks for one thing at a time, which takes a while, and keeps the sentence of what did not work. */
export function useAsking() {
  const [asking, setAsking] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const isBusy = useRef(false)

  /** Undefined where it failed, which `problem` then says, or where something else is still asked for. */
  const ask = useCallback(
    async <Value>(name: string, work: () => Promise<Result<Value, Said>>): Promise<Answered<Value> | undefined> => {
      if (isBusy.current) return undefined
      isBusy.current = true
      setAsking(name)
      setProblem(undefined)
      try {
        const answer = await work()
        if (answer.ok) return { value: answer.value }
        setProblem(answer.failure.message)
      } catch (error) {
        setProblem(`That did not work: ${error instanceof Error ? error.message : String(error)}`)
      } finally {
        isBusy.current = false
        setAsking(undefined)
      }
      return undefined
    },
    [],
  )
  return { asking, ask, problem, clearProblem: useCallback(() => setProblem(undefined), []) }
}
