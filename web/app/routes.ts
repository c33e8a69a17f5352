/** Every place in the app, as data: the router, the navigation, the keyboard and the tests over "every route" read it. */
export interface RouteEntry {
  readonly path: string
  readonly title: string
  /** The letter that goes there after `g`. */
  readonly key: string
  /** Where it stands: in the bar of every screen size, only in the wide side bar, or nowhere. */
  readonly place: 'bar' | 'side' | 'none'
}

export const ROUTES = [
  { path: '/', title: 'Today', key: 't', place: 'bar' },
  { path: '/history', title: 'History', key: 'h', place: 'bar' },
  { path: '/insights', title: 'Insights', key: 'p', place: 'bar' },
  { path: '/goals', title: 'Goals', key: 'g', place: 'bar' },
  { path: '/coach', title: 'Coach', key: 'c', place: 'bar' },
  { path: '/streaks', title: 'Streaks', key: 's', place: 'side' },
  { path: '/community', title: 'Community', key: 'l', place: 'side' },
  { path: '/mood', title: 'Mood', key: 'm', place: 'side' },
  { path: '/import', title: 'Import', key: 'i', place: 'side' },
  { path: '/settings', title: 'Settings', key: 'e', place: 'side' },
  { path: '/sync', title: 'Sync', key: 'y', place: 'none' },
  { path: '/welcome', title: 'Welcome', key: 'w', place: 'none' },
] as const satisfies readonly RouteEntry[]

export type RoutePath = (typeof ROUTES)[number]['path']
