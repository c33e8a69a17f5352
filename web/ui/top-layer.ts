/**
 * The dialogs that are open, the last on top. A modal dialog makes the rest of the page unreachable, so whatever must
 * stay reachable (the undo in a toast) is drawn inside the one on top.
 */
const open: HTMLElement[] = []
const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}

export const topLayer = {
  /** Puts an open dialog on top; the returned function takes it away. */
  push(dialog: HTMLElement): () => void {
    open.push(dialog)
    tell()
    return () => {
      open.splice(open.indexOf(dialog), 1)
      tell()
    }
  },
  top: (): HTMLElement | undefined => open.at(-1),
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}
