import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Inspection, Layout } from '../../importer/index.ts'
import { timeZoneOf } from '../../store/profile.ts'
import { useMetrics, useProfile, useToday } from '../../store/react.tsx'
import { createImportClient, type ImportClient, type ReadFileOptions } from '../../workers/import-client.ts'
import type { ImportState, PreviewState } from './import-state.ts'

export interface Import {
  readonly state: ImportState
  /** Looks at a file and reads it by the guess: ends in a preview, or back at choosing with the reason. */
  readonly open: (file: File) => void
  /** Reads the file again by another layout. */
  readonly change: (layout: Layout) => void
  readonly confirm: () => void
  /** Stops what is being read. */
  readonly cancel: () => void
  readonly startOver: () => void
  /** Everything that was refused, as the text of a CSV file. */
  readonly refusedCsv: () => Promise<string>
}

/** One import from file to done. The reading, comparing and writing happen in a worker. */
export function useImport(): Import {
  const [state, setState] = useState<ImportState>({ step: 'choose' })
  const [crash, setCrash] = useState<unknown>()
  if (crash !== undefined) throw crash

  const worker = useImportWorker()
  const running = useRef<AbortController>(undefined)
  const options = useReadOptions()

  const run = useCallback((work: (signal: AbortSignal) => Promise<ImportState>) => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    work(controller.signal).then(
      (next) => {
        if (!controller.signal.aborted) setState(next)
      },
      (error: unknown) => {
        // The worker is gone; nothing else ends here. The error boundary says so.
        if (!controller.signal.aborted) setCrash(error)
      },
    )
  }, [])

  const read = useCallback(
    async (file: File, inspection: Inspection, layout: Layout, signal: AbortSignal): Promise<ImportState> => {
      const held: PreviewState = { step: 'preview', file, inspection, layout }
      const label = `Reading ${file.name}`
      const result = await worker().read(file, layout, {
        ...options,
        signal,
        onProgress: (progress) => {
          if (!signal.aborted) setState({ step: 'working', label, progress })
        },
      })
      if (!result.ok) return { ...held, problem: result.failure.message }
      const plan = await worker().plan()
      if (!plan.ok) return { ...held, problem: plan.failure.message }
      return { ...held, preview: { ...result.value, ...plan.value } }
    },
    [worker, options],
  )

  const open = useCallback(
    (file: File) =>
      run(async (signal) => {
        setState({ step: 'working', label: `Looking at ${file.name}` })
        const inspected = await worker().inspect(file, options.metrics)
        if (!inspected.ok) return { step: 'choose', problem: `${file.name}: ${inspected.failure.message}` }
        const inspection = inspected.value
        const { layout, blocked } = inspection
        if (blocked !== undefined) return { step: 'preview', file, inspection, layout, problem: blocked }
        return read(file, inspection, layout, signal)
      }),
    [run, read, worker, options],
  )

  const change = useCallback(
    (layout: Layout) => {
      if (state.step !== 'preview') return
      const { file, inspection } = state
      // Shown at once, so the choice stands where it was made while the file is read again.
      setState({ ...state, layout })
      run((signal) => read(file, inspection, layout, signal))
    },
    [state, run, read],
  )

  const confirm = useCallback(() => {
    if (state.step !== 'preview' || state.preview === undefined) return
    const { preview, file } = state
    run(async () => {
      setState({ step: 'working', label: `Importing ${file.name}` })
      const committed = await worker().commit()
      if (!committed.ok) return { ...state, saveProblem: committed.failure.message }
      return { step: 'done', file, preview, change: committed.value }
    })
  }, [state, run, worker])

  const startOver = useCallback(() => {
    running.current?.abort()
    setState({ step: 'choose' })
  }, [])

  return { state, open, change, confirm, cancel: startOver, startOver, refusedCsv: () => worker().refusedCsv() }
}

/** The worker, started with the screen, because a file is what comes next, and ended with it. */
function useImportWorker(): () => ImportClient {
  const client = useRef<ImportClient>(undefined)
  useEffect(() => {
    client.current ??= createImportClient()
    return () => {
      client.current?.close()
      client.current = undefined
    }
  }, [])
  return useCallback(() => {
    client.current ??= createImportClient()
    return client.current
  }, [])
}

function useReadOptions(): Pick<ReadFileOptions, 'metrics' | 'today'> & { readonly timeZone: string } {
  const metrics = useMetrics()
  const profile = useProfile()
  const today = useToday()
  const timeZone = timeZoneOf(profile)
  return useMemo(() => ({ metrics, timeZone, today }), [metrics, timeZone, today])
}
