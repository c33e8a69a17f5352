import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Theme = 'light' | 'dark'
type Rgb = readonly [number, number, number]

const TOKENS = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const NUMBER = '([\\d.]+)'
const COLOUR = `oklch\\(${NUMBER}% ${NUMBER} ${NUMBER}\\)`
const DECLARATION = new RegExp(`--([\\w-]+): light-dark\\(${COLOUR}, ${COLOUR}\\);`, 'g')

const colours = new Map<string, Record<Theme, Rgb>>()
for (const [, name = '', ...parts] of TOKENS.matchAll(DECLARATION)) {
  const [l1 = 0, c1 = 0, h1 = 0, l2 = 0, c2 = 0, h2 = 0] = parts.map(Number)
  colours.set(name, { light: linearRgb(l1, c1, h1), dark: linearRgb(l2, c2, h2) })
}

/** OKLCH (lightness in percent, hue in degrees) to linear sRGB, held to what a screen can show. */
function linearRgb(lightness: number, chroma: number, hue: number): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const base = lightness / 100
  const l = (base + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (base - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (base - 0.0894841775 * a - 1.291485548 * b) ** 3
  const held = (value: number) => Math.min(1, Math.max(0, value))
  return [
    held(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    held(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    held(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}

const luminance = ([red, green, blue]: Rgb) => 0.2126 * red + 0.7152 * green + 0.0722 * blue

function contrast(first: string, second: string, theme: Theme): number {
  const [one, two] = [first, second].map((name) => {
    const colour = colours.get(name)
    if (colour === undefined) throw new Error(`tokens.css has no colour --${name}`)
    return luminance(colour[theme])
  })
  const [low = 0, high = 0] = [one ?? 0, two ?? 0].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const SURFACES = ['paper', 'card', 'sunken']
const HUES = [...colours.keys()].filter((name) => /^(metric-|hue-)/.test(name))

describe.each(['light', 'dark'] as const)('%s theme', (theme) => {
  test.each(
    SURFACES.flatMap((surface) => ['ink', 'soft', 'accent', 'danger', 'warning'].map((text) => [text, surface])),
  )('--%s is readable text on --%s (4.5:1)', (text, surface) => {
    expect(contrast(text, surface, theme)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(HUES.flatMap((hue) => ['paper', 'card'].map((surface) => [hue, surface])))(
    'the hue --%s is readable text on --%s (4.5:1)',
    (hue, surface) => {
      expect(contrast(hue, surface, theme)).toBeGreaterThanOrEqual(4.5)
    },
  )

  test.each([
    ['on-accent', 'accent'],
    ['on-danger', 'danger'],
    ['paper', 'ink'],
  ])('--%s is readable text on --%s (4.5:1)', (text, surface) => {
    expect(contrast(text, surface, theme)).toBeGreaterThanOrEqual(4.5)
  })

  test.each([...HUES, 'edge', 'focus', 'accent'].flatMap((line) => SURFACES.map((surface) => [line, surface])))(
    '--%s stands out as a line on --%s (3:1)',
    (line, surface) => {
      expect(contrast(line, surface, theme)).toBeGreaterThanOrEqual(3)
    },
  )
})

test('every built-in metric and six more have a hue', () => {
  expect(HUES).toHaveLength(12)
})
