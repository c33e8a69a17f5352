import { useEffect, useState } from 'react'

/** A number that changes whenever the page's colours do, for drawings that CSS cannot reach. */
export function useThemeTurn(): number {
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const next = () => setTurn((before) => before + 1)
    const dark = matchMedia('(prefers-color-scheme: dark)')
    dark.addEventListener('change', next)
    const observer = new MutationObserver(next)
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    return () => {
      dark.removeEventListener('change', next)
      observer.disconnect()
    }
  }, [])
  return turn
}
