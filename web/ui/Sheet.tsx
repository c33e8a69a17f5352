import { X } from 'lucide-react'
import { type MouseEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'
import { IconButton } from './IconButton.tsx'
import styles from './Sheet.module.css'
import { topLayer } from './top-layer.ts'
import { useBackCloses } from './use-back-closes.ts'

export interface SheetProps {
  readonly open: boolean
  /** Asked for by Escape, the backdrop, the back button or the close button. */
  readonly onClose: () => void
  readonly title: string
  readonly children: ReactNode
  /** Buttons that stay in sight below the content. */
  readonly footer?: ReactNode
  /** `alertdialog` for a question that must be answered. */
  readonly role?: 'dialog' | 'alertdialog' | undefined
}

/** A native modal dialog: rises from the bottom on phones, stands in the middle on wide screens. */
export function Sheet({ open, onClose, title, children, footer, role }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const opener = useRef<Element>(null)
  // The content comes into a dialog that is open already: only there can a field ask for the focus.
  const [shown, setShown] = useState(false)
  const id = useId()
  useBackCloses(open, onClose)

  useLayoutEffect(() => {
    const element = dialog.current
    if (!open || element === null) return
    if (!element.open) {
      opener.current = document.activeElement
      element.showModal()
    }
    setShown(true)
    const leave = topLayer.push(element)
    return () => {
      leave()
      setShown(false)
      // React takes an open dialog off the page, and then the browser does not give the focus back by itself.
      queueMicrotask(() => {
        // Where something else asked for it meanwhile, it stays there.
        if (document.activeElement !== document.body || !(opener.current instanceof HTMLElement)) return
        if (opener.current.isConnected) opener.current.focus({ preventScroll: true })
      })
    }
  }, [open])

  const pressBackdrop = (event: MouseEvent<HTMLDialogElement>) => {
    if (event.target === event.currentTarget) onClose()
  }

  if (!open) return null
  return (
    <dialog
      ref={dialog}
      role={role}
      className={styles['sheet']}
      aria-labelledby={id}
      onMouseDown={pressBackdrop}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onClose()
      }}
    >
      {shown && (
        <div className={styles['body']}>
          <header className={styles['head']}>
            <h2 id={id}>{title}</h2>
            <IconButton label="Close" look="bare" onClick={onClose}>
              <X aria-hidden="true" />
            </IconButton>
          </header>
          <div className={styles['content']}>{children}</div>
          {footer !== undefined && <footer className={styles['foot']}>{footer}</footer>}
        </div>
      )}
    </dialog>
  )
}
