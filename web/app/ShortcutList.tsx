import { Sheet } from '../ui/Sheet.tsx'
import styles from './ShortcutList.module.css'
import { SHORTCUTS } from './shortcuts.ts'

export interface ShortcutListProps {
  readonly onClose: () => void
}

export default function ShortcutList({ onClose }: ShortcutListProps) {
  return (
    <Sheet open onClose={onClose} title="Keyboard">
      <dl className={styles['list']}>
        {SHORTCUTS.map(({ keys, does }) => (
          <div key={keys} className={styles['row']}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key} className={styles['key']}>
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  )
}
