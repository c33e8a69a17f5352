import { Ellipsis } from 'lucide-react'
import { Card } from '../Card.tsx'
import { metricHue } from '../hue.ts'
import { IconButton } from '../IconButton.tsx'
import { PageHeader } from '../PageHeader.tsx'
import { Ring } from '../Ring.tsx'
import { Sparkline } from '../Sparkline.tsx'
import { Tile } from '../Tile.tsx'
import { showToast } from '../toast.ts'
import styles from './Gallery.module.css'
import { wander } from './sample.ts'

const TILES = [
  { id: 'weight', title: 'Weight', value: '74.6', unit: 'kg' },
  { id: 'steps', title: 'Steps', value: '8\u202f214', source: 'Google Fit' },
  { id: 'sleep', title: 'Sleep', value: '7 h 42' },
  { id: 'calories', title: 'Calories', unit: 'kcal' },
  { id: 'protein', title: 'Protein', value: '40', unit: 'g' },
  { id: 'mood', title: 'Mood', value: 'Good', unit: '4 / 5' },
  { id: 'water-drunk-a-day', title: 'Water drunk in a day, with a long name', value: '1.5', unit: 'l' },
]

const RINGS = [
  { label: 'Steps', value: 0.82, hue: metricHue('steps') },
  { label: 'Sleep', value: 0.96, hue: metricHue('sleep') },
  { label: 'Protein', value: 0.4, hue: metricHue('protein') },
]

export function TileSection() {
  return (
    <section className={styles['section']}>
      <PageHeader
        eyebrow="Monday"
        title="23 November"
        actions={
          <IconButton label="More">
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
      />
      <Card>
        <div className={styles['goal']}>
          <Ring parts={RINGS} />
          <div>
            <h2>1 800 steps to go</h2>
            <p className={styles['soft']}>Sleep goal met. 60 g of protein left.</p>
          </div>
        </div>
      </Card>
      <div className={styles['tiles']}>
        {TILES.map(({ id, title, value, unit, source }, index) => (
          <Tile
            key={id}
            title={title}
            hue={metricHue(id)}
            value={value}
            unit={unit}
            source={source}
            onPress={() => showToast({ text: `${title} was pressed` })}
          >
            <Sparkline values={wander(index + 3, 14, 5, 1, index === 3 ? 0.5 : 0.1)} hue={metricHue(id)} />
          </Tile>
        ))}
      </div>
      <div className={styles['row']}>
        <Ring parts={[{ label: 'Steps', value: 0, hue: metricHue('steps') }]} size={56} />
        <Ring parts={[{ label: 'Steps', value: 1.2, hue: metricHue('steps') }]} size={56} />
        <Ring parts={[{ label: 'Streak strength', value: 0.72, hue: '--accent' }]} size={92}>
          <b>72 %</b>
        </Ring>
      </div>
      <Card kicker="Sleep → steps" hue={metricHue('sleep')}>
        <p>
          On days after 8 h of sleep or more you walked about <b>1 200 more steps</b>.
        </p>
        <p className={styles['soft']}>Between 600 and 1 800 more · 85 days since June</p>
      </Card>
    </section>
  )
}
