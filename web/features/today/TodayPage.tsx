import { lazy, Suspense, useEffect } from 'react'
import { addDays } from '../../../shared/calendar/civil-date.ts'
import { MOOD } from '../../../shared/metric/catalogue.ts'
import { useLive, useProfile, useToday } from '../../store/react.tsx'
import { hasSampleData } from '../../store/sample-mark.ts'
import { Later } from '../../ui/Later.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useIdle } from '../../ui/use-idle.ts'
import { DateBar } from './DateBar.tsx'
import { valueOn } from './day-snapshot.ts'
import { EntrySheet } from './EntrySheet.tsx'
import { MetricTile } from './MetricTile.tsx'
import { MoodTile } from './MoodTile.tsx'
import { SummaryCard } from './SummaryCard.tsx'
import styles from './TodayPage.module.css'
import { useDay, useLoggedDays, useShownMetrics } from './use-day-data.ts'
import { useEntry } from './use-entry.ts'
import { useLogMood } from './use-log-mood.ts'
import { useSelectedDay } from './use-selected-day.ts'
import { useWelcome } from './use-welcome.ts'

// Few ever see it, so it is not in everybody's first load.
const SampleBanner = lazy(() => import('./SampleBanner.tsx'))
const SAMPLE_BANNER_HEIGHT = 70

// Where there is a goal its room is kept, so that nothing moves when it comes.
const GoalRings = lazy(() => import('./GoalRings.tsx'))

// The last thing on the screen, so that nothing moves when it comes; fetched once the rest stands.
const InsightCard = lazy(() => import('./InsightCard.tsx'))

/** The day: what is logged, what is open, and the shortest way to log it. */
export default function TodayPage() {
  const today = useToday()
  const { day, goTo, log } = useSelectedDay(today)
  const { units } = useProfile()
  const metrics = useShownMetrics()
  const { value: read, error } = useDay(day, metrics)
  const { value: logged, error: loggedError } = useLoggedDays(today)
  const isStarting = useWelcome()
  const { value: isSample } = useLive(hasSampleData, [])
  const snapshot = read?.snapshot.day === day ? read.snapshot : undefined
  const entry = useEntry({ day, today, metrics, snapshot, log })
  const logMood = useLogMood(day, today)

  // Thrown while drawing, so that the shell says it in the place of this screen.
  if (error !== undefined) throw error
  if (loggedError !== undefined) throw loggedError

  const shown = read?.snapshot
  const isReady = read !== undefined && shown !== undefined && logged !== undefined && !isStarting
  useEffect(() => {
    if (isReady) performance.mark('today-ready')
  }, [isReady])

  const tiles = metrics.filter(({ id }) => id !== MOOD.id)
  return (
    <div className={`${styles['page']} ${isStarting ? styles['starting'] : ''}`} data-ready={isReady || undefined}>
      <DateBar day={day} today={today} isLogged={logged?.has} onDay={goTo} />
      {isReady && isSample === true && (
        <Suspense fallback={<Skeleton height={SAMPLE_BANNER_HEIGHT} label="Loading the note on sample data" />}>
          <SampleBanner />
        </Suspense>
      )}
      {isReady && read.withGoals && (
        <div className={styles['goals']}>
          <Later of={GoalRings} />
        </div>
      )}
      <div className={styles['board']}>
        <div className={styles['summary']}>
          {isReady ? (
            <SummaryCard
              metrics={metrics}
              isLogged={({ id }) => valueOn(shown, id, shown.day) !== undefined}
              isToday={shown.day === today}
              streak={logged.streak}
              onYesterday={() => goTo(addDays(today, -1))}
            />
          ) : (
            <Skeleton height={130} />
          )}
        </div>
        <div className={styles['tiles']}>
          {tiles.map((metric) =>
            isReady ? (
              <MetricTile
                key={metric.id}
                metric={metric}
                snapshot={shown}
                units={units}
                onPress={() => entry.open(metric)}
              />
            ) : (
              <Skeleton key={metric.id} height={130} label={`Loading ${metric.name}`} />
            ),
          )}
        </div>
        {metrics.some(({ id }) => id === MOOD.id) && (
          <div className={styles['mood']}>
            {isReady ? (
              <MoodTile
                snapshot={shown}
                entries={read.moods}
                isToday={shown.day === today}
                focusTurn={entry.moodTurn}
                onRating={logMood}
              />
            ) : (
              <Skeleton height={190} label="Loading mood" />
            )}
          </div>
        )}
      </div>
      <InsightPlace isReady={isReady} />
      <EntrySheet entry={entry} today={today} snapshot={shown} isReady={isReady} />
    </div>
  )
}

// A part of its own, as the sheet is: what comes late draws itself, and not the day again.
function InsightPlace({ isReady }: { readonly isReady: boolean }) {
  return useIdle(isReady) && <Later of={InsightCard} />
}
