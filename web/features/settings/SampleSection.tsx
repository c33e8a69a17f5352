import { useDatabase, useLive } from '../../store/react.tsx'
import { hasSampleData } from '../../store/sample-mark.ts'
import { Button } from '../../ui/Button.tsx'
import { SettingsSection } from './SettingsSection.tsx'
import styles from './settings.module.css'
import { useMaking } from './use-making.ts'

/** Takes the sample data away. Shown only while there is some. */
export function SampleSection() {
  const db = useDatabase()
  const { making, make, problem } = useMaking()
  const { value: isThere } = useLive(() => hasSampleData(db), [db])
  if (isThere !== true) return null
  const remove = () =>
    make('sample', async () => {
      const { removeSampleData } = await import('../../store/sample-data.ts')
      const removed = await removeSampleData(db)
      if (!removed.ok) throw new Error(removed.failure.message)
    })
  return (
    <SettingsSection id="sample" title="Sample data" problem={problem}>
      <p className={styles['soft']}>
        You are looking at days of somebody who does not exist. Removing them leaves everything of your own.
      </p>
      <div className={styles['actions']}>
        <Button busy={making !== undefined} onClick={() => void remove()}>
          Remove the sample data
        </Button>
      </div>
    </SettingsSection>
  )
}
