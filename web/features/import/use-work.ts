import { useCallback, useRef, useState } from 'react'
import type { Progress } from '../../importer/index.ts'
import type { Work } from './import-state.ts'

const SHOWN_AFTER_MS = 400

export interface Job {
  readonly label: string
  readonly canCancel: boolean
  /** Answers what is to follow, which is called unless another job has taken this one's place. */
  readonly run: (signal: AbortSignal, onProgress: (progress: Progress) => void) => Promise<() => void>
}

/** One job at a time: a new one stops the one before. `work` is what is going on, if anything. */
export function useWork(): {
  readonly work: Work | undefined
  readonly start: (job: Job) => void
  /** Asks the job to stop; what it makes of that is its own affair. */
  readonly stop: () => void
  /** Forgets the job: nothing it still does is heard. */
  readonly drop: () => void
} {
  const [work, setWork] = useState<Work>()
  const [crash, setCrash] = useState<unknown>()
  if (crash !== undefined) throw crash
  const running = useRef<AbortController>(undefined)

  const drop = useCallback(() => {
    running.current?.abort()
    running.current = undefined
    setWork(undefined)
  }, [])

  const start = useCallback(({ label, canCancel, run }: Job) => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    const isCurrent = () => running.current === controller
    const update = (change: Partial<Work>) => {
      if (isCurrent()) setWork((held) => (held === undefined ? held : { ...held, ...change }))
    }
    setWork({ label, canCancel, slow: false })
    const timer = setTimeout(() => update({ slow: true }), SHOWN_AFTER_MS)
    const end = (then: () => void) => {
      clearTimeout(timer)
      if (!isCurrent()) return
      setWork(undefined)
      then()
    }
    run(controller.signal, (progress) => update({ progress })).then(end, (error: unknown) =>
      // The worker is gone; nothing else ends here. The error boundary says so.
      end(() => setCrash(error)),
    )
  }, [])

  const stop = useCallback(() => running.current?.abort(), [])
  return { work, start, stop, drop }
}
