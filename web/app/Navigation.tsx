import {
  ChartLine,
  FileUp,
  Flame,
  House,
  Lightbulb,
  type LucideIcon,
  MessageCircle,
  Settings,
  Smile,
  Target,
  Trophy,
} from 'lucide-react'
import { Link, useLocation } from 'wouter'
import styles from './Navigation.module.css'
import { ROUTES, type RoutePath } from './routes.ts'

const ICONS: Partial<Record<RoutePath, LucideIcon>> = {
  '/': House,
  '/history': ChartLine,
  '/insights': Lightbulb,
  '/goals': Target,
  '/coach': MessageCircle,
  '/streaks': Flame,
  '/community': Trophy,
  '/mood': Smile,
  '/import': FileUp,
  '/settings': Settings,
}

/** A bar at the thumb on phones, a side bar from 900 px. */
export function Navigation() {
  const [location] = useLocation()
  return (
    <nav className={styles['nav']} aria-label="Main">
      <p className={styles['brand']} aria-hidden="true">
        OwnIt
      </p>
      {ROUTES.map(({ path, title, place }) => {
        const Icon = ICONS[path]
        if (place === 'none' || Icon === undefined) return null
        const here = location === path
        return (
          <Link
            key={path}
            href={path}
            className={`${styles['place']} ${place === 'side' ? styles['wide'] : ''}`}
            aria-current={here ? 'page' : undefined}
          >
            <Icon aria-hidden="true" size={24} strokeWidth={here ? 2.2 : 1.8} />
            {title}
          </Link>
        )
      })}
    </nav>
  )
}
