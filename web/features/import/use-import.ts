import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { FixedChoices, Inspection, Layout, Progress } from '../../importer/index.ts'
import { timeZoneOf } from '../../store/profile.ts'
import { useMetrics, useProfile, useToday } from '../../store/react.tsx'
import { createImportClient, type ImportClient, type ReadFileOptions } from '../../workers/import-client.ts'
import type { ImportState, PreviewState, Work } from './import-state.ts'
import { useWork } from './use-work.ts'

export interface Import {
  readonly state: ImportState
  readonly work: Work | undefined
  /** Looks at a file and reads it by the guess: ends in a preview, or back at choosing with the reason. */
  readonly open: (file: File) => void
  /** Reads the file again by another layout. */
  readonly change: (layout: Layout) => void
  /** Cuts the file into cells another way, and guesses from those what the columns are. */
  readonly recut: (fixed: FixedChoices) => void
  readonly confirm: () => void
  /** Stops what is being read. */
  readonly cancel: () => void
  readonly startOver: () => void
  /** Everything that was refused, as the text of a CSV file. */
  readonly refusedCsv: () => Promise<string>
}

type Held = Pick<PreviewState, 'file' | 'inspection' | 'fixed' | 'layout'>
type OnProgress = (progress: Progress) => void

/** One import from file to done. The reading, comparing and writing happen in a worker. */
export function useImport(): Import {
  const [state, setState] = useState<ImportState>({ step: 'choose' })
  const { work, start, stop, drop } = useWork()
  const worker = useImportWorker()
  const options = useReadOptions()

  const read = useCallback(
    async (held: Held, signal: AbortSignal, onProgress: OnProgress): Promise<PreviewState> => {
      const shown: PreviewState = { step: 'preview', ...held }
      const { blocked } = held.inspection
      if (blocked !== undefined && held.layout === held.inspection.layout) return { ...shown, problem: blocked }
      const result = await worker().read(held.file, held.layout, { ...options, signal, onProgress })
      const stopped: PreviewState = {
        ...shown,
        problem: 'You stopped the reading. Nothing was changed.',
        stopped: true,
      }
      if (!result.ok) {
        const { kind, message } = result.failure
        return kind === 'cancelled' ? stopped : { ...shown, problem: message }
      }
      const plan = await worker().plan()
      // Stopped when all had been read already: what was asked for holds all the same.
      if (signal.aborted) return stopped
      if (!plan.ok) return { ...shown, problem: plan.failure.message }
      return { ...shown, preview: { ...result.value, ...plan.value } }
    },
    [worker, options],
  )

  const open = useCallback(
    (file: File) =>
      start({
        label: `Reading ${file.name}`,
        canCancel: true,
        run: async (signal, onProgress) => {
          const inspected = await worker().inspect(file, options.metrics)
          if (!inspected.ok) {
            const problem = `${file.name}: ${inspected.failure.message}`
            return () => setState({ step: 'choose', problem })
          }
          const next = await read(heldOf(file, inspected.value, {}), signal, onProgress)
          const notice = `You stopped reading ${file.name}. Nothing was changed.`
          return () => setState(next.stopped === true ? { step: 'choose', notice } : next)
        },
      }),
    [start, read, worker, options],
  )

  const change = useCallback(
    (layout: Layout) => {
      if (state.step !== 'preview') return
      const held = { ...state, layout }
      // Shown at once, so the choice stands where it was made while the file is read again.
      setState(held)
      start({
        label: `Reading ${state.file.name}`,
        canCancel: true,
        run: async (signal, onProgress) => {
          const next = await read(heldFrom(held), signal, onProgress)
          return () => setState(next)
        },
      })
    },
    [state, start, read],
  )

  const recut = useCallback(
    (choice: FixedChoices) => {
      if (state.step !== 'preview') return
      const { file } = state
      const fixed = { ...state.fixed, ...choice }
      const held = { ...state, fixed, layout: { ...state.layout, ...choice } }
      setState(held)
      start({
        label: `Reading ${file.name}`,
        canCancel: true,
        run: async (signal, onProgress) => {
          const inspected = await worker().inspect(file, options.metrics, fixed)
          if (!inspected.ok) {
            const problem = inspected.failure.message
            return () => setState({ step: 'preview', ...heldFrom(held), problem })
          }
          const next = await read(heldOf(file, inspected.value, fixed), signal, onProgress)
          return () => setState(next)
        },
      })
    },
    [state, start, read, worker, options],
  )

  const confirm = useCallback(() => {
    if (state.step !== 'preview' || state.preview === undefined) return
    const { preview, file } = state
    start({
      label: `Importing ${file.name}`,
      canCancel: false,
      run: async () => {
        const committed = await worker().commit()
        return () =>
          setState(
            committed.ok
              ? { step: 'done', file, preview, change: committed.value }
              : { ...state, saveProblem: committed.failure.message },
          )
      },
    })
  }, [state, start, worker])

  const startOver = useCallback(() => {
    drop()
    setState({ step: 'choose' })
  }, [drop])
  const refused = useCallback(() => worker().refusedCsv(), [worker])

  return { state, work, open, change, recut, confirm, cancel: stop, startOver, refusedCsv: refused }
}

const heldOf = (file: File, inspection: Inspection, fixed: FixedChoices): Held => ({
  file,
  inspection,
  fixed,
  layout: inspection.layout,
})

// Without the results of the reading before.
const heldFrom = ({ file, inspection, fixed, layout }: Held): Held => ({ file, inspection, fixed, layout })

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
