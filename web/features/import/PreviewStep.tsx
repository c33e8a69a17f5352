import type { Layout } from '../../importer/index.ts'
import { useMetrics, useProfile } from '../../store/react.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { ChangedList } from './ChangedList.tsx'
import { ColumnTable } from './ColumnTable.tsx'
import { Counts, inWords } from './Counts.tsx'
import { EvidenceList } from './EvidenceList.tsx'
import { FileMarks } from './FileMarks.tsx'
import type { PreviewState } from './import-state.ts'
import { MetricFacts } from './MetricFacts.tsx'
import { NameTable } from './NameTable.tsx'
import styles from './PreviewStep.module.css'
import { RefusedList } from './RefusedList.tsx'

export interface PreviewStepProps {
  readonly state: PreviewState
  readonly onLayout: (layout: Layout) => void
  readonly onConfirm: () => void
  readonly onCancel: () => void
  readonly refusedCsv: () => Promise<string>
}

/** What importing would do, how the file was understood, and every choice in that, before anything is written. */
export function PreviewStep({ state, onLayout, onConfirm, onCancel, refusedCsv }: PreviewStepProps) {
  const metrics = useMetrics()
  const { units } = useProfile()
  const { file, inspection, layout, preview, problem, saveProblem } = state
  const values = preview === undefined ? 0 : preview.added + preview.changedCount
  const unsure = inspection.evidence.some(({ sure }) => !sure)
  return (
    <>
      <Card title={file.name} aside={preview === undefined ? undefined : `${inWords(preview.rows)} rows`}>
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
          <div className={styles['buttons']}>
            <Button tone="primary" disabled={values === 0} onClick={onConfirm}>
              {values === 0 ? 'Nothing new to import' : `Import ${inWords(values)} values`}
            </Button>
            <Button onClick={onCancel}>Another file</Button>
          </div>
        </div>
      </Card>
      <Card title="How the file was read">
        <details open={unsure || problem !== undefined || preview === undefined}>
          <summary className={styles['summary']}>
            {unsure ? 'Please check what is marked; change what is wrong' : 'See the evidence, change what is wrong'}
          </summary>
          <div className={styles['how']}>
            <EvidenceList evidence={inspection.evidence} />
            <h3>Columns</h3>
            <ColumnTable inspection={inspection} layout={layout} metrics={metrics} onLayout={onLayout} />
            {layout.shape === 'long' && (
              <>
                <h3>Names in the file</h3>
                <NameTable layout={layout} metrics={metrics} onLayout={onLayout} />
              </>
            )}
            <h3>Dates and numbers</h3>
            <FileMarks inspection={inspection} layout={layout} onLayout={onLayout} />
          </div>
        </details>
      </Card>
    </>
  )
}
