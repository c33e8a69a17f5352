import { useEffect, useState } from 'react'
import { Banner } from '../ui/Banner.tsx'
import { showToast } from '../ui/toast.ts'
import { registerServiceWorker } from './service-worker-registration.ts'

/** Registers the service worker once, and says when a new version can be used. */
export default function UpdatePrompt() {
  const [apply, setApply] = useState<(() => Promise<void>) | undefined>()
  useEffect(() => {
    void registerServiceWorker({
      onUpdateReady: (ready) => setApply(() => ready),
      onOfflineReady: () => showToast({ text: 'Ready to be used with no network.' }),
      onProblem: (text) => showToast({ text }),
    })
  }, [])
  if (apply === undefined) return null
  return (
    <Banner action={{ label: 'Use it now', run: () => void apply() }} onDismiss={() => setApply(undefined)}>
      A new version is ready. It takes a second, and what you see stays as it is until then.
    </Banner>
  )
}
