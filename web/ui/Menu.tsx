import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'
import type { Action } from './action.ts'
import { IconButton } from './IconButton.tsx'
import styles from './Menu.module.css'

export interface MenuItem extends Action {
  readonly icon?: ReactNode
  readonly tone?: 'plain' | 'danger' | undefined
}

export interface MenuProps {
  /** What the button says: `More for 3 November`. */
  readonly label: string
  /** The button's icon. */
  readonly children: ReactNode
  readonly items: readonly MenuItem[]
  readonly look?: 'framed' | 'bare' | undefined
}

const EDGE = 8

/** A few actions behind one button, on the native popover: Escape and a press outside close it, arrows walk it. */
export function Menu({ label, children, items, look }: MenuProps) {
  const id = useId()
  const menu = useRef<HTMLDivElement>(null)

  const place = (button: Element) => {
    const element = menu.current
    if (element === null) return
    element.showPopover()
    const at = button.getBoundingClientRect()
    const below = at.bottom + element.offsetHeight + EDGE <= window.innerHeight
    element.style.top = `${below ? at.bottom + 4 : Math.max(EDGE, at.top - element.offsetHeight - 4)}px`
    element.style.left = `${Math.max(EDGE, Math.min(at.right, window.innerWidth - EDGE) - element.offsetWidth)}px`
    const first = element.firstElementChild
    if (first instanceof HTMLElement) first.focus()
  }

  const walk = (event: KeyboardEvent) => {
    const entries = [...(menu.current?.children ?? [])].filter((entry) => entry instanceof HTMLElement)
    const at = entries.findIndex((entry) => entry.matches(':focus'))
    const goals: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }
    if (event.key === 'Tab') menu.current?.hidePopover()
    const goal = goals[event.key]
    if (goal === undefined) return
    event.preventDefault()
    entries.at(goal % entries.length)?.focus()
  }

  return (
    <>
      <IconButton
        label={label}
        look={look}
        aria-haspopup="menu"
        aria-controls={id}
        onClick={(event) => place(event.currentTarget)}
      >
        {children}
      </IconButton>
      <div ref={menu} id={id} popover="auto" role="menu" aria-label={label} className={styles['menu']} onKeyDown={walk}>
        {items.map((item) => (
          <button
            key={item.label}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={`${styles['item']} ${item.tone === 'danger' ? styles['danger'] : ''}`}
            onClick={() => {
              menu.current?.hidePopover()
              item.run()
            }}
          >
            {item.icon}
            {item.label}
          </button>
        ))}
      </div>
    </>
  )
}
