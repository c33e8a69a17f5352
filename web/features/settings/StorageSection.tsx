import { useEffect, useState } from 'react'
import { type StorageState, storageState } from '../../store/persistence.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { askToKeep } from './ask-to-keep.ts'
import { SettingsSection } from './SettingsSection.tsx'
import { sizeText } from './setting-text.ts'
import styles from './settings.module.css'
import { useMaking } from './use-making.ts'

type Known = { readonly state: StorageState | undefined }

/** How the browser keeps the data: for good or not, and how much room there is. */
export function StorageSection() {
  const [known, setKnown] = useState<Known>()
  const [isRefused, setRefused] = useState(false)
  const { making, make, problem } = useMaking()

  useEffect(() => {
    let isGone = false
    storageState().then(
      (state) => {
        if (!isGone) setKnown({ state })
      },
      () => {
        // A browser that refuses to say is one that does not say.
        if (!isGone) setKnown({ state: undefined })
      },
    )
    return () => {
      isGone = true
    }
  }, [])

  const ask = () =>
    make('ask', async () => {
      setRefused(!(await askToKeep()))
      setKnown({ state: await storageState() })
    })

  const state = known?.state
  return (
    <SettingsSection id="storage" title="Storage" problem={problem}>
      {state?.nearlyFull === true && (
        <Banner tone="warning">
          This browser's room for OwnIt is nearly full. Save a backup now, then free some space on the device.
        </Banner>
      )}
      <div className={styles['storage']}>
        {known !== undefined && state === undefined && (
          <p className={styles['soft']}>This browser does not say how it keeps data. Save a backup now and then.</p>
        )}
        {state !== undefined && (
          <>
            <p>
              {state.persisted
                ? 'Kept for good: the browser does not delete it by itself.'
                : 'Not promised: when the device runs out of room, the browser may delete it.'}
            </p>
            {!state.persisted && (
              <div className={styles['actions']}>
                <Button busy={making !== undefined} onClick={() => void ask()}>
                  Ask to keep it for good
                </Button>
              </div>
            )}
            <p className={`${styles['soft']} ${styles['status']}`} role="status">
              {isRefused &&
                !state.persisted &&
                'The browser did not agree. It usually does once OwnIt is installed or used often. A backup helps in any case.'}
            </p>
            <progress
              value={state.quota === 0 ? 0 : state.usage / state.quota}
              aria-label={`${sizeText(state.usage)} of ${sizeText(state.quota)} used`}
            />
            <p className={styles['soft']}>
              {sizeText(state.usage)} used, the app itself included, of about {sizeText(state.quota)} that the browser
              allows. Clearing this site's data in the browser deletes it all, whatever is promised here.
            </p>
          </>
        )}
      </div>
    </SettingsSection>
  )
}
