/** Chromium's own event, not in TypeScript's DOM types. */
interface BeforeInstallPromptEvent extends Event {
  prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>
}

declare global {
  interface WindowEventMap {
    beforeinstallprompt: BeforeInstallPromptEvent
  }
}

export type InstallWay =
  /** The browser asks when told to. */
  | { readonly kind: 'prompt'; readonly ask: () => Promise<'accepted' | 'dismissed'> }
  /** Only the person can: Safari on iPhone and iPad. */
  | { readonly kind: 'by-hand' }

let held: InstallWay | undefined
const listeners = new Set<() => void>()

/** Listens from the start, because the browser says it once and early. */
export function watchInstallPrompt(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    set({ kind: 'prompt', ask: async () => (await event.prompt()).outcome })
  })
  addEventListener('appinstalled', () => set(undefined))
  const apple = /iPhone|iPad|iPod/.test(navigator.userAgent)
  if (apple && !matchMedia('(display-mode: standalone)').matches) set({ kind: 'by-hand' })
}

export const installPrompt = {
  way: (): InstallWay | undefined => held,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}

function set(way: InstallWay | undefined): void {
  held = way
  for (const listener of listeners) listener()
}
