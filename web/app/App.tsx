import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { InTurn } from '../ui/InTurn.tsx'
import { Later, noteMissing } from '../ui/Later.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { showToast } from '../ui/toast.ts'
import styles from './App.module.css'
import { CommitNotices } from './CommitNotices.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { shortcutReader } from './keyboard.ts'
import { focusMain, MAIN_ID } from './main-content.ts'
import { Navigation } from './Navigation.tsx'
import { ProfileEffects } from './ProfileEffects.tsx'
import { usePage } from './pages.ts'
import { ROUTES } from './routes.ts'
import { useSettled } from './use-settled.ts'

// None of these is needed for the first picture, so none is in the first load.
const Background = lazy(() => import('./Background.tsx'))
const InstallHint = lazy(() => import('./InstallHint.tsx'))
const ShortcutList = lazy(() => import('./ShortcutList.tsx'))
const ToastHost = lazy(async () => ({ default: (await import('../ui/Toast.tsx')).ToastHost }))
const UpdatePrompt = lazy(() => import('./UpdatePrompt.tsx'))

/** The shell around every screen. */
export function App() {
  const [location, navigate] = useLocation()
  const [helpOpen, setHelpOpen] = useState(false)
  const settled = useSettled()

  useEffect(() => {
    const read = shortcutReader()
    const listen = (event: KeyboardEvent) => {
      const shortcut = read(
        { key: event.key, modified: event.ctrlKey || event.metaKey || event.altKey, typing: isTyping(event.target) },
        event.timeStamp,
      )
      if (shortcut === undefined || document.querySelector('dialog[open]') !== null) return
      event.preventDefault()
      if (shortcut.kind === 'go') navigate(shortcut.path)
      else if (shortcut.kind === 'log') navigate('/?log=first')
      else setHelpOpen(true)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [navigate])

  useEffect(() => {
    if (!settled) return
    // The browser holds an opened file until somebody asks for it.
    import('./launch-files.ts').then(
      ({ consumeLaunchFiles }) => consumeLaunchFiles(navigate, (text) => showToast({ text, tone: 'danger' })),
      noteMissing,
    )
  }, [settled, navigate])

  useArrival(location)

  return (
    <>
      <a className={styles['skip']} href={`#${MAIN_ID}`}>
        Skip to content
      </a>
      <Navigation />
      <main id={MAIN_ID} className={styles['main']} tabIndex={-1}>
        <CommitNotices />
        {settled && <LaterInTurn of={UpdatePrompt} />}
        {settled && <LaterInTurn of={Background} />}
        <ErrorBoundary key={location}>
          <Screen path={location} />
        </ErrorBoundary>
        {settled && location === '/' && <LaterInTurn of={InstallHint} />}
      </main>
      {helpOpen && (
        <Suspense>
          <ShortcutList onClose={() => setHelpOpen(false)} />
        </Suspense>
      )}
      <ProfileEffects />
      {settled && <LaterInTurn of={ToastHost} />}
    </>
  )
}

/** All of them at once would be one long task. */
const LaterInTurn = ({ of }: { readonly of: ComponentType }) => (
  <InTurn place={null}>
    <Later of={of} />
  </InTurn>
)

function Screen({ path }: { readonly path: string }) {
  const Page = usePage(path)
  return Page === undefined ? <Skeleton height="60vh" /> : <Page />
}

/** On a new screen: its title, its top, and the focus in it, so that a screen reader begins where the eye does. */
function useArrival(location: string): void {
  const [arrived, setArrived] = useState(location)
  useEffect(() => {
    const title = ROUTES.find(({ path }) => path === location)?.title
    document.title = title === undefined || location === '/' ? 'OwnIt' : `${title} · OwnIt`
    if (arrived === location) return
    setArrived(location)
    scrollTo(0, 0)
    focusMain()
  }, [location, arrived])
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input:not([type=checkbox], [type=radio], [type=button]), textarea, select'))
  )
}
