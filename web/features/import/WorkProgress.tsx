import { Progress } from '../../ui/Progress.tsx'
import { inWords } from './Counts.tsx'
import type { Work } from './import-state.ts'

/** How far the reading is, or that the import is being written. */
export function WorkProgress({ work, onCancel }: { readonly work: Work; readonly onCancel: () => void }) {
  const { label, progress, canCancel } = work
  return (
    <Progress
      label={label}
      value={progress?.bytes}
      max={progress?.totalBytes}
      text={progress === undefined ? undefined : `${inWords(progress.rows)} rows`}
      onCancel={canCancel ? onCancel : undefined}
    />
  )
}
