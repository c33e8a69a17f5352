import { type RefObject, useLayoutEffect, useRef } from 'react'

const GLIDE_MS = 400

/**
 * Whoever moves to another place on a board glides there from where they were, by a transform alone: what is around them is where it
 * belongs at once, and nothing shifts. Where a person wants less motion nobody glides. `key`: another board is no move.
 */
export function useGlide(container: RefObject<HTMLElement | null>, key: string, rows: unknown): void {
  const before = useRef<{ readonly key: string; readonly tops: ReadonlyMap<string, number> }>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each change of the rows
  useLayoutEffect(() => {
    const element = container.current
    if (element === null) return
    const from = element.getBoundingClientRect().top
    const places = [...element.querySelectorAll<HTMLElement>('[data-handle]')]
    const tops = new Map(
      places.map((place) => [place.dataset['handle'] ?? '', place.getBoundingClientRect().top - from]),
    )
    const last = before.current
    before.current = { key, tops }
    if (last?.key !== key || matchMedia('(prefers-reduced-motion: reduce)').matches) return
    for (const place of places) {
      const handle = place.dataset['handle'] ?? ''
      const moved = (last.tops.get(handle) ?? Number.NaN) - (tops.get(handle) ?? 0)
      if (!Number.isNaN(moved) && Math.abs(moved) > 1)
        place.animate([{ transform: `translateY(${moved}px)` }, { transform: 'none' }], {
          duration: GLIDE_MS,
          easing: 'ease-out',
        })
    }
  }, [container, key, rows])
}
