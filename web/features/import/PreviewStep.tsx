import { useState } from 'react'
import type { FixedChoices, Layout } from '../../importer/index.ts'
import { useMetrics, useProfile } from '../../store/react.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { ChangedList } from './ChangedList.tsx'
import { ColumnTable } from './ColumnTable.tsx'
import { Counts, inWords } from './Counts.tsx'
import { EvidenceList } from './EvidenceList.tsx'
import { FileMarks } from './FileMarks.tsx'
import type { PreviewState, Work } from './import-state.ts'
import { MetricFacts } from './MetricFacts.tsx'
import { MoodWords } from './MoodWords.tsx'
import { NameTable } from './NameTable.tsx'
import styles from './PreviewStep.module.css'
import { RefusedList } from './RefusedList.tsx'
import { StepHeading } from './StepHeading.tsx'
import { WorkProgress } from './WorkProgress.tsx'

export interface PreviewStepProps {
  readonly state: PreviewState
  /** While the file is read again, or imported: what was read before stays in place. */
  readonly work: Work | undefined
  readonly onLayout: (layout: Layout) => void
  readonly onRecut: (fixed: FixedChoices) => void
  readonly onConfirm: () => void
  /** Stops the reading. */
  readonly onStop: () => void
  readonly onLeave: () => void
  readonly refusedCsv: () => Promise<string>
}

/** What importing would do, how the file was understood, and every choice in that, before anything is written. */
export function PreviewStep(props: PreviewStepProps) {
  const { state, work, onLayout, onRecut, onConfirm, onStop, onLeave, refusedCsv } = props
  const metrics = useMetrics()
  const { units } = useProfile()
  const { file, inspection, layout, preview, problem, stopped, saveProblem } = state
  const values = preview === undefined ? 0 : preview.added + preview.changedCount
  const unsure = inspection.evidence.some(({ sure }) => !sure)
  const hasWords = (preview?.unknownWords.length ?? 0) > 0 || Object.keys(layout.labels ?? {}).length > 0
  const mustOpen = unsure || hasWords || problem !== undefined
  // Opened for a reason, it stays open when the reason is gone: nothing closes under the finger.
  const [open, setOpen] = useState(mustOpen)
  return (
    <div className={styles['preview']} aria-busy={work !== undefined}>
      <Card
        title={<StepHeading key={file.name}>{file.name}</StepHeading>}
        aside={preview === undefined ? undefined : preview.rows === 1 ? '1 row' : `${inWords(preview.rows)} rows`}
      >
        <div className={styles['result']}>
          {problem !== undefined && <Banner tone="warning">{problem}</Banner>}
          {saveProblem !== undefined && <Banner tone="danger">Not imported: {saveProblem}</Banner>}
          {preview !== undefined && (
            <>
              <Counts
                added={preview.added}
                changed={preview.changedCount}
                same={preview.same}
                refused={preview.refusedCount}
              />
              <MetricFacts facts={preview.metrics} metrics={metrics} />
              {preview.changedCount > 0 && (
                <ChangedList changed={preview.changed} count={preview.changedCount} metrics={metrics} units={units} />
              )}
              {preview.refusedCount > 0 && (
                <RefusedList
                  refused={preview.refused}
                  count={preview.refusedCount}
                  file={file.name}
                  asCsv={refusedCsv}
                />
              )}
            </>
          )}
          {work?.slow === true ? (
            <WorkProgress work={work} onCancel={onStop} />
          ) : (
            <div className={styles['buttons']}>
              {stopped === true ? (
                <Button tone="primary" disabled={work !== undefined} onClick={() => onLayout(layout)}>
                  Read it again
                </Button>
              ) : (
                <Button tone="primary" disabled={values === 0 || work !== undefined} onClick={onConfirm}>
                  {values === 0
                    ? 'Nothing new to import'
                    : `Import ${inWords(values)} ${values === 1 ? 'value' : 'values'}`}
                </Button>
              )}
              <Button onClick={onLeave}>Another file</Button>
            </div>
          )}
        </div>
      </Card>
      <Card title="How the file was read">
        <details open={open || mustOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary className={styles['summary']}>
            {unsure ? 'Please check what is marked; change what is wrong' : 'See the evidence, change what is wrong'}
          </summary>
          <div className={styles['how']}>
            <EvidenceList evidence={inspection.evidence} />
            {hasWords && (
              <>
                <h3>Mood words</h3>
                <MoodWords unknown={preview?.unknownWords ?? []} layout={layout} onLayout={onLayout} />
              </>
            )}
            <h3>Columns</h3>
            <ColumnTable inspection={inspection} layout={layout} metrics={metrics} onLayout={onLayout} />
            {layout.shape === 'long' && (
              <>
                <h3>Names in the file</h3>
                <NameTable layout={layout} metrics={metrics} onLayout={onLayout} />
              </>
            )}
            <h3>Dates and numbers</h3>
            <FileMarks inspection={inspection} layout={layout} onLayout={onLayout} onRecut={onRecut} />
          </div>
        </details>
      </Card>
    </div>
  )
}
