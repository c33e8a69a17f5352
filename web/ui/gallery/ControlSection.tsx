import { Copy, Download, Ellipsis, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../Button.tsx'
import { buttonClass } from '../button-class.ts'
import { IconButton } from '../IconButton.tsx'
import { Menu } from '../Menu.tsx'
import { Segmented } from '../Segmented.tsx'
import { Switch } from '../Switch.tsx'
import { Tabs } from '../Tabs.tsx'
import { showToast } from '../toast.ts'
import styles from './Gallery.module.css'

const RANGES = [
  { value: 'W', label: 'W', spoken: 'Week' },
  { value: 'M', label: 'M', spoken: 'Month' },
  { value: '3M', label: '3M', spoken: '3 months' },
  { value: '6M', label: '6M', spoken: '6 months' },
  { value: '1Y', label: '1Y', spoken: '1 year' },
  { value: 'All', label: 'All', spoken: 'All days' },
]

const TABS = [
  { id: 'log', label: 'Log' },
  { id: 'history', label: 'History' },
  { id: 'calendar', label: 'Calendar' },
] as const

export function ControlSection() {
  const [range, setRange] = useState('1Y')
  const [tab, setTab] = useState<(typeof TABS)[number]['id']>('log')
  const [on, setOn] = useState(true)
  return (
    <section className={styles['section']}>
      <h2>Buttons and choices</h2>
      <div className={styles['row']}>
        <Button tone="primary" icon={<Plus aria-hidden="true" />}>
          Log today
        </Button>
        <Button icon={<Download aria-hidden="true" />}>Export</Button>
        <Button tone="danger">Delete</Button>
        <Button tone="plain">Same as yesterday</Button>
        <a href="#buttons" className={buttonClass('quiet')}>
          Go to the buttons
        </a>
      </div>
      <div className={styles['row']}>
        <Button tone="primary" busy>
          Saving
        </Button>
        <Button tone="primary" disabled>
          Off
        </Button>
        <Button disabled>Off</Button>
        <IconButton label="Edit">
          <Pencil aria-hidden="true" />
        </IconButton>
        <IconButton label="Compare" pressed>
          <Copy aria-hidden="true" />
        </IconButton>
        <IconButton label="Delete" look="bare">
          <Trash2 aria-hidden="true" />
        </IconButton>
        <IconButton label="Next" disabled>
          <Plus aria-hidden="true" />
        </IconButton>
        <Menu
          label="More for 23 November"
          items={[
            { label: 'Edit', icon: <Pencil aria-hidden="true" />, run: () => showToast({ text: 'Edit' }) },
            {
              label: 'Delete the day',
              tone: 'danger',
              icon: <Trash2 aria-hidden="true" />,
              run: () => showToast({ text: 'Day deleted', action: { label: 'Undo', run: () => undefined } }),
            },
          ]}
        >
          <Ellipsis aria-hidden="true" />
        </Menu>
      </div>
      <Button tone="primary" wide>
        Over the whole width
      </Button>
      <Segmented label="Range" options={RANGES} value={range} onValue={setRange} />
      <Tabs label="Mood" tabs={TABS} selected={tab} onSelect={setTab}>
        <p>The panel of {tab}.</p>
      </Tabs>
      <div>
        <Switch label="Show on Today" checked={on} onChecked={setOn} />
        <Switch
          label="Remind me"
          hint="At nine in the evening, if nothing is logged."
          checked={!on}
          onChecked={() => setOn(!on)}
        />
        <Switch label="Not possible here" checked={false} onChecked={setOn} disabled />
      </div>
    </section>
  )
}
