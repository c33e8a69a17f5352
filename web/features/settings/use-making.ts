import { useState } from 'react'

/** Runs work that makes or reads a file, one at a time, and keeps what it failed with as a sentence. */
export function useMaking() {
  const [making, setMaking] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const make = async (name: string, work: () => Promise<void>) => {
    if (making !== undefined) return
    setMaking(name)
    setProblem(undefined)
    try {
      await work()
    } catch (error) {
      setProblem(`That did not work: ${error instanceof Error ? error.message : String(error)} Nothing was changed.`)
    } finally {
      setMaking(undefined)
    }
  }
  return { making, make, problem }
}
