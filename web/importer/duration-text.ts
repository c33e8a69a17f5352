const CLOCK = /^(\d{1,3}):(\d{1,2})(?::(\d{1,2})(?:[.,]\d+)?)?$/
const SPELLED =
  /^(?:(\d{1,3}(?:[.,]\d+)?)\s*(?:h|hr|hrs|hour|hours|std)\.?)?\s*,?\s*(?:(\d{1,4})\s*(?:m|min|mins|minute|minutes)?\.?)?\s*,?\s*(?:(\d{1,2})\s*(?:s|sec|secs|seconds)\.?)?$/i

/**
 * Hours that a cell spells as a duration: `7:42`, `07:42:10`, `7h 42m`, `8h 32min`, `45 min`; undefined for anything
 * else, a bare number among it.
 */
export function readDuration(cell: string): number | undefined {
  const clock = CLOCK.exec(cell)
  if (clock !== null) return inHours(clock[1], clock[2], clock[3])
  if (!/[a-z]/i.test(cell) || !/^\d/.test(cell)) return undefined
  const spelled = SPELLED.exec(cell)
  return spelled === null ? undefined : inHours(spelled[1], spelled[2], spelled[3])
}

function inHours(hours = '0', minutes = '0', seconds = '0'): number | undefined {
  if (Number(minutes) >= 60 && hours !== '0') return undefined
  if (Number(seconds) >= 60) return undefined
  return Number(hours.replace(',', '.')) + Number(minutes) / 60 + Number(seconds) / 3600
}
