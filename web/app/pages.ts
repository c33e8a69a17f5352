import { type ComponentType, useEffect, useState } from 'react'
// Today is what opens: a chunk of its own would cost the first visit one more round trip.
import TodayPage from '../features/today/TodayPage.tsx'
import { ROUTES, type RoutePath } from './routes.ts'

type PageModule = Promise<{ readonly default: ComponentType }>

const LATER: Record<Exclude<RoutePath, '/'>, () => PageModule> = {
  '/history': () => import('../features/history/HistoryPage.tsx'),
  '/insights': () => import('../features/insights/InsightsPage.tsx'),
  '/goals': () => import('../features/goals/GoalsPage.tsx'),
  '/coach': () => import('../features/coach/CoachPage.tsx'),
  '/streaks': () => import('../features/streaks/StreaksPage.tsx'),
  '/community': () => import('../features/community/CommunityPage.tsx'),
  '/mood': () => import('../features/mood/MoodPage.tsx'),
  '/import': () => import('../features/import/ImportPage.tsx'),
  '/settings': () => import('../features/settings/SettingsPage.tsx'),
  '/sync': () => import('../features/sync/SyncPage.tsx'),
  '/welcome': () => import('../features/welcome/WelcomePage.tsx'),
}

const here = new Map<() => PageModule, ComponentType>()

/**
 * The screen at a path, undefined while its code is on the way; throws when that cannot come. No path has a parameter, so
 * looking it up is all the routing there is. Not React's `lazy`: that holds a screen back for 300 ms once it has shown a
 * fallback, also where the code is there after 20.
 */
export function usePage(path: string): ComponentType | undefined {
  const load = loaderOf(path)
  const [, setArrived] = useState<ComponentType>()
  const [failed, setFailed] = useState<{ readonly load: typeof load; readonly error: unknown }>()
  useEffect(() => {
    if (load === undefined || here.has(load)) return
    let gone = false
    fetchPage(load).then(
      (page) => {
        if (!gone) setArrived(() => page)
      },
      (error: unknown) => {
        if (!gone) setFailed({ load, error })
      },
    )
    return () => {
      gone = true
    }
  }, [load])
  if (failed !== undefined && failed.load === load) throw failed.error
  return load === undefined ? TodayPage : here.get(load)
}

/**
 * Begins to fetch the screen at a path, beside the reading of the settings that everything waits for. A failure is said by
 * `usePage`, which asks again.
 */
export function prefetchPage(path: string): void {
  const load = loaderOf(path)
  if (load !== undefined) void Promise.allSettled([fetchPage(load)])
}

async function fetchPage(load: () => PageModule): Promise<ComponentType> {
  const { default: page } = await load()
  here.set(load, page)
  return page
}

/** Undefined for Today, which is always there. */
function loaderOf(path: string): (() => PageModule) | undefined {
  const route = ROUTES.find((candidate) => candidate.path === path)
  if (route !== undefined) return route.path === '/' ? undefined : LATER[route.path]
  return path === '/ui' && loadGallery !== undefined ? loadGallery : loadNotFound
}

const loadNotFound = (): PageModule => import('./NotFound.tsx')

/** The design system on one page, for whoever builds with it. Not in what is shipped. */
const loadGallery: (() => PageModule) | undefined = import.meta.env.DEV
  ? () => import('../ui/gallery/GalleryPage.tsx')
  : undefined
