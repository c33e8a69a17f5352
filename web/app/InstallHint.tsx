import { useSyncExternalStore } from 'react'
import { readMeta, writeMeta } from '../store/meta.ts'
import { useDatabase, useLive } from '../store/react.tsx'
import { Banner } from '../ui/Banner.tsx'
import { installPrompt } from './install-prompt.ts'

const DISMISSED = 'install-hint-dismissed'

/** Offers to install once there is something to come back to, until it is done or turned down. */
export default function InstallHint() {
  const db = useDatabase()
  const way = useSyncExternalStore(installPrompt.subscribe, installPrompt.way)
  const { value: wanted } = useLive(
    async (database) =>
      (await database.loggedMonths.count()) > 0 && (await readMeta(database, DISMISSED)) === undefined,
    [],
  )
  if (way === undefined || wanted !== true) return null
  const dismiss = () => void writeMeta(db, DISMISSED, true)
  if (way.kind === 'by-hand')
    return <Banner onDismiss={dismiss}>Keep OwnIt at hand: tap Share, then “Add to Home Screen”.</Banner>
  return (
    <Banner action={{ label: 'Install', run: () => void way.ask().then(dismiss) }} onDismiss={dismiss}>
      Keep OwnIt at hand: install it, and it opens like any app, with no network.
    </Banner>
  )
}
