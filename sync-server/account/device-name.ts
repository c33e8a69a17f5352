import { DEVICE_NAME_LENGTH } from '../../shared/sync/account.ts'

/**
 * What a device is called in its owner's list: the name it gives itself (percent-encoded UTF-8), else its browser's family
 * and system, such as "Firefox on Android". The user agent itself, which tells devices apart far better, is not kept.
 */
export function deviceName(given: string | null, userAgent: string | null): string {
  return (
    nameGiven(given) ??
    [familyOf(BROWSERS, userAgent) ?? 'Device', familyOf(SYSTEMS, userAgent)].filter(Boolean).join(' on ')
  )
}

type Families = readonly (readonly [pattern: RegExp, name: string])[]

// The first that fits: most browsers also name those they descend from.
const BROWSERS: Families = [
  [/\bEdgA?\/|\bEdgiOS\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\/|\bChromium\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const SYSTEMS: Families = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMacintosh\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
]

const familyOf = (families: Families, userAgent: string | null) =>
  families.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1]

function nameGiven(given: string | null): string | undefined {
  if (given === null) return undefined
  let text: string
  try {
    text = decodeURIComponent(given)
  } catch {
    // Not percent-encoded: the name is left out rather than shown garbled.
    return undefined
  }
  const name = [...text.replace(/\p{C}/gu, '').trim()].slice(0, DEVICE_NAME_LENGTH).join('').trim()
  return name === '' ? undefined : name
}
