import { ToastHost } from '../Toast.tsx'
import { ChartSection } from './ChartSection.tsx'
import { ControlSection } from './ControlSection.tsx'
import { DialogSection } from './DialogSection.tsx'
import { EvidenceSection } from './EvidenceSection.tsx'
import { FieldSection } from './FieldSection.tsx'
import styles from './Gallery.module.css'
import { HeatSection } from './HeatSection.tsx'
import { StateSection } from './StateSection.tsx'
import { TableSection } from './TableSection.tsx'
import { TileSection } from './TileSection.tsx'
import { TokenSection } from './TokenSection.tsx'

const THEMES = ['light', 'dark'] as const

/** Every component in all its states, in both themes beside each other. `?theme=light` shows one alone. */
export default function GalleryPage() {
  const asked = new URLSearchParams(location.search).get('theme')
  const themes = THEMES.filter((theme) => asked === null || asked === theme)
  return (
    <div className={styles['gallery']}>
      {themes.map((theme) => (
        <div key={theme} data-theme={theme} className={styles['pane']}>
          <TileSection />
          <TokenSection />
          <ControlSection />
          <FieldSection />
          <ChartSection />
          <EvidenceSection />
          <HeatSection />
          <TableSection />
          <StateSection />
          <DialogSection />
        </div>
      ))}
      <ToastHost />
    </div>
  )
}
