import type { CSSProperties } from 'react'

declare module 'react' {
  interface CSSProperties {
    [property: `--${string}`]: string | number | undefined
  }
}

/** The name of a colour in tokens.css, such as `--metric-sleep`. */
export type Hue = `--${string}`

const OWN_HUES: readonly string[] = ['weight', 'steps', 'sleep', 'calories', 'protein', 'mood']
const CUSTOM_HUES = 6

/** The colour that stands for a metric everywhere: its own for the built-in ones, one of six by its id for a person's own. */
export function metricHue(metricId: string): Hue {
  if (OWN_HUES.includes(metricId)) return `--metric-${metricId}`
  let sum = 0
  for (const letter of metricId) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521
  return `--hue-${(sum % CUSTOM_HUES) + 1}`
}

/** Hands a hue to CSS: inside the element, `var(--hue)` is the colour. */
export function hueStyle(hue: Hue): CSSProperties {
  return { '--hue': `var(${hue})` }
}
