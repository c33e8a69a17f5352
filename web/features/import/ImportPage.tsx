import { useCallback, useEffect, useRef } from 'react'
import { useSearch } from 'wouter'
import { clearIncomingFile, putIncomingFile, takeIncomingFile } from '../../store/incoming-files.ts'
import { Banner } from '../../ui/Banner.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ChooseFile } from './ChooseFile.tsx'
import { ImportDone } from './ImportDone.tsx'
import { ImportHistory } from './ImportHistory.tsx'
import styles from './ImportPage.module.css'
import { PreviewStep } from './PreviewStep.tsx'
import { useImport } from './use-import.ts'
import { WorkProgress } from './WorkProgress.tsx'

/** A file in, its readings previewed, the import done and undone: nothing is written before the person says so. */
export default function ImportPage() {
  const { state, work, open, change, recut, confirm, cancel, startOver, refusedCsv } = useImport()

  // A file that was shared with the app, opened with it, or chosen before a reload. A second one, opened while this screen
  // is shown, comes with another query.
  const search = useSearch()
  const arrival = useRef<string>(undefined)
  // What the person chooses while the kept file is being fetched comes before it.
  const chosen = useRef(false)
  useEffect(() => {
    if (arrival.current === search) return
    arrival.current = search
    chosen.current = false
    void takeIncomingFile().then((file) => {
      if (file !== undefined && !chosen.current) open(file)
    })
  }, [search, open])

  const done = state.step === 'done'
  useEffect(() => {
    if (done) void clearIncomingFile()
  }, [done])

  const choose = useCallback(
    (file: File) => {
      chosen.current = true
      open(file)
      // Kept so that a reload in the middle does not lose it; one that is too large for that is read all the same.
      if (file.size <= KEPT_BYTES) void putIncomingFile(file)
    },
    [open],
  )
  const leave = useCallback(() => {
    void clearIncomingFile()
    startOver()
  }, [startOver])

  const stop = useCallback(() => {
    void clearIncomingFile()
    cancel()
  }, [cancel])

  return (
    <>
      <PageHeader title="Import" eyebrow="From a file, on this device" />
      <div className={styles['steps']} data-step={state.step}>
        {state.step === 'choose' && work?.slow === true && <WorkProgress work={work} onCancel={stop} />}
        {state.step === 'choose' && work?.slow !== true && (
          <>
            {state.problem !== undefined && <Banner tone="danger">{state.problem} Nothing was changed.</Banner>}
            {state.notice !== undefined && <Banner>{state.notice}</Banner>}
            <ChooseFile onFile={choose} />
            <ImportHistory />
          </>
        )}
        {state.step === 'preview' && (
          <PreviewStep
            state={state}
            work={work}
            onLayout={change}
            onRecut={recut}
            onConfirm={confirm}
            onStop={cancel}
            onLeave={leave}
            refusedCsv={refusedCsv}
          />
        )}
        {state.step === 'done' && <ImportDone state={state} onAgain={leave} refusedCsv={refusedCsv} />}
      </div>
    </>
  )
}

const KEPT_BYTES = 50 * 1024 * 1024
