import { Card } from '../Card.tsx'
import { Figure } from '../Figure.tsx'
import { type Hue, hueStyle } from '../hue.ts'
import styles from './Gallery.module.css'

const SURFACES: readonly Hue[] = ['--paper', '--card', '--sunken', '--ink', '--soft', '--line', '--edge']
const TONES: readonly Hue[] = ['--accent', '--danger', '--warning', '--focus']
const METRICS: readonly Hue[] = [
  '--metric-weight',
  '--metric-steps',
  '--metric-sleep',
  '--metric-calories',
  '--metric-protein',
  '--metric-mood',
  '--hue-1',
  '--hue-2',
  '--hue-3',
  '--hue-4',
  '--hue-5',
  '--hue-6',
]

const SIZES = ['3xl', '2xl', 'xl', 'lg', 'md', 'sm', 'xs']

export function TokenSection() {
  return (
    <section className={styles['section']}>
      <h2>Tokens</h2>
      <Card title="Colours">
        <div className={styles['swatches']}>
          {[...SURFACES, ...TONES, ...METRICS].map((hue) => (
            <span key={hue} className={styles['swatch']} style={hueStyle(hue)}>
              {hue.slice(2)}
            </span>
          ))}
        </div>
      </Card>
      <Card title="Type">
        {SIZES.map((size) => (
          <p key={size} style={{ fontSize: `var(--text-${size})` }}>
            {size} 74.6 kg, 8 214 steps
          </p>
        ))}
        <p>
          <Figure value="7 h 24" size="large" /> and <Figure value="74.6" unit="kg" />
        </p>
      </Card>
    </section>
  )
}
