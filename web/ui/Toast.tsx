import { X } from 'lucide-react'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { IconButton } from './IconButton.tsx'
import styles from './Toast.module.css'
import { toasts } from './toast.ts'
import { TOAST_MS, type ToastEntry } from './toast-queue.ts'
import { topLayer } from './top-layer.ts'

/** Where toasts appear. Once on the page; moves into the dialog on top, so that an undo can always be reached. */
export function ToastHost() {
  const queue = useSyncExternalStore(toasts.subscribe, toasts.current)
  const dialog = useSyncExternalStore(topLayer.subscribe, topLayer.top)
  const [paused, setPaused] = useState(false)
  const dismiss = (turn: number) => {
    // What had the focus or the pointer is gone without a word: the others' time runs again.
    setPaused(false)
    toasts.dismiss(turn)
  }
  const host = (
    <div
      role="status"
      className={`${styles['host']} ${dialog === undefined ? '' : styles['above']}`}
      onPointerEnter={() => setPaused(true)}
      onPointerLeave={() => setPaused(false)}
      onFocus={() => setPaused(true)}
      onBlur={() => setPaused(false)}
    >
      {queue.map((toast) => (
        <ToastItem key={toast.key} toast={toast} paused={paused} onDismiss={() => dismiss(toast.turn)} />
      ))}
    </div>
  )
  return dialog === undefined ? host : createPortal(host, dialog)
}

interface ItemProps {
  readonly toast: ToastEntry
  readonly paused: boolean
  readonly onDismiss: () => void
}

function ToastItem({ toast, paused, onDismiss }: ItemProps) {
  const { turn, text, action, tone = 'plain' } = toast
  const left = useRef({ turn, ms: TOAST_MS })
  useEffect(() => {
    if (left.current.turn !== turn) left.current = { turn, ms: TOAST_MS }
    if (paused) return
    const from = performance.now()
    const timer = setTimeout(() => toasts.dismiss(turn), left.current.ms)
    return () => {
      clearTimeout(timer)
      left.current.ms -= performance.now() - from
    }
  }, [turn, paused])
  return (
    <div className={`${styles['toast']} ${styles[tone]}`}>
      <p className={styles['text']}>{text}</p>
      {action !== undefined && (
        <button
          type="button"
          className={styles['action']}
          onClick={() => {
            onDismiss()
            action.run()
          }}
        >
          {action.label}
        </button>
      )}
      <IconButton label="Dismiss" look="bare" onClick={onDismiss}>
        <X aria-hidden="true" />
      </IconButton>
    </div>
  )
}
