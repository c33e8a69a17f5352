import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
// Today is what opens: a chunk of its own would cost the first visit one more round trip.
import TodayPage from '../features/today/TodayPage.tsx'
import type { RoutePath } from './routes.ts'

type Page = ComponentType | LazyExoticComponent<ComponentType>

export const PAGES: Record<RoutePath, Page> = {
  '/': TodayPage,
  '/history': lazy(() => import('../features/history/HistoryPage.tsx')),
  '/streaks': lazy(() => import('../features/streaks/StreaksPage.tsx')),
  '/mood': lazy(() => import('../features/mood/MoodPage.tsx')),
  '/import': lazy(() => import('../features/import/ImportPage.tsx')),
  '/settings': lazy(() => import('../features/settings/SettingsPage.tsx')),
  '/welcome': lazy(() => import('../features/welcome/WelcomePage.tsx')),
}

/** The design system on one page, for whoever builds with it. Not in what is shipped. */
export const GalleryPage: Page | undefined = import.meta.env.DEV
  ? lazy(() => import('../ui/gallery/GalleryPage.tsx'))
  : undefined
