import { addDays, type CivilDate } from '../shared/calendar/civil-date.ts'

export const TEN_YEARS = 3650

/** A wide CSV of `days` days ending on `until`, all six metrics on every day, the same text for the same arguments. */
export function yearsOfCsv(until: CivilDate, days = TEN_YEARS): string {
  const rows = ['date,weight,steps,sleep,calories,protein,mood']
  for (let index = 0; index < days; index += 1) {
    const season = Math.sin((index * 2 * Math.PI) / 365)
    const noise = (prime: number) => ((index * prime) % 997) / 997
    rows.push(
      [
        addDays(until, index - days + 1),
        (75 + 3 * season + noise(7919)).toFixed(1),
        Math.round(6000 + 2000 * season + 5000 * noise(104_729)),
        (6.5 + 2 * noise(15_485_863)).toFixed(2),
        Math.round(1800 + 700 * noise(32_452_843)),
        Math.round(60 + 80 * noise(49_979_687)),
        1 + Math.round(4 * noise(67_867_967)),
      ].join(','),
    )
  }
  return `${rows.join('\n')}\n`
}
