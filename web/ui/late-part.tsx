import { type ComponentType, type ReactNode, useEffect, useSyncExternalStore } from 'react'

export interface LatePart<Props> {
  /** Fetches it, once. Resolves also where it cannot be fetched: `meanwhile` stays then, and the next who asks tries again. */
  readonly ready: () => Promise<void>
  readonly Part: (props: LateProps<Props>) => ReactNode
}

interface LateProps<Props> {
  readonly of: Props
  /** What stands in its place until it is there. */
  readonly meanwhile: ReactNode
}

/**
 * A part of a screen that not everybody needs. Once it is fetched it is drawn at once wherever it stands, with nothing in
 * its place before, so that a screen that has waited for `ready` never moves. (`lazy` of React draws what is meanwhile even then.)
 */
export function latePart<Props extends object>(load: () => Promise<ComponentType<Props>>): LatePart<Props> {
  let loaded: ComponentType<Props> | undefined
  let loading: Promise<void> | undefined
  const listeners = new Set<() => void>()

  const fetched = async () => {
    try {
      loaded = await load()
      for (const listener of listeners) listener()
    } catch (error) {
      loading = undefined
      console.info('A part of the screen is not here:', error)
    }
  }
  const ready = () => {
    loading ??= fetched()
    return loading
  }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  function Part({ of, meanwhile }: LateProps<Props>): ReactNode {
    const Loaded = useSyncExternalStore(subscribe, () => loaded)
    useEffect(() => void ready(), [])
    return Loaded === undefined ? meanwhile : <Loaded {...of} />
  }
  return { ready, Part }
}
