import { X } from 'lucide-react'
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react'
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
  const id = useId()
  useBackCloses(open, onClose)

  useEffect(() => {
    const element = dialog.current
    if (!open || element === null) return
    const opener = document.activeElement
    if (!element.open) element.showModal()
    const leave = topLayer.push(element)
    return () => {
      leave()
      element.close()
      // The browser gives the focus back by itself, except where React has taken the dialog away first.
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
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
    </dialog>
  )
}
