/** Where a person is, as far as it decides whom to call. `EU`: a country in which 112 is the emergency number. */
export type Region = 'US' | 'CA' | 'GB' | 'AU' | 'NZ' | 'EU' | 'other'

const NORTH_AMERICAN: readonly (readonly [RegExp, Region])[] = [
  [
    /^America\/(?:Toronto|Vancouver|Montreal|Edmonton|Winnipeg|Halifax|St_Johns|Regina|Whitehorse|Yellowknife|Moncton|Iqaluit|Glace_Bay|Goose_Bay|Inuvik|Dawson|Dawson_Creek|Fort_Nelson|Swift_Current|Thunder_Bay|Nipigon|Rainy_River|Rankin_Inlet|Resolute|Atikokan|Blanc-Sablon|Creston|Cambridge_Bay|Pangnirtung|Rainy_River)$/,
    'CA',
  ],
  [
    /^(?:America\/(?:New_York|Chicago|Denver|Los_Angeles|Phoenix|Anchorage|Detroit|Boise|Juneau|Sitka|Nome|Adak|Yakutat|Metlakatla|Menominee|Louisville|Indianapolis|Puerto_Rico|(?:Indiana|Kentucky|North_Dakota)\/\w+)|Pacific\/Honolulu|US\/\w+)$/,
    'US',
  ],
]

const EU_ZONES =
  /^Europe\/(?:Amsterdam|Athens|Berlin|Bratislava|Brussels|Bucharest|Budapest|Busingen|Copenhagen|Dublin|Helsinki|Lisbon|Ljubljana|Luxembourg|Madrid|Malta|Mariehamn|Paris|Prague|Riga|Rome|Sofia|Stockholm|Tallinn|Vaduz|Vienna|Vilnius|Warsaw|Zagreb|Oslo|Zurich)$|^Atlantic\/(?:Azores|Canary|Madeira|Reykjavik)$|^Asia\/(?:Nicosia|Famagusta)$|^Africa\/Ceuta$/

const EU_COUNTRIES: ReadonlySet<string> = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE NO IS LI CH'.split(' '),
)

/** By the time zone, which says where somebody is; by the locale's country where the zone says nothing (UTC). */
export function regionOf(timeZone: string, locale: string): Region {
  for (const [zones, region] of NORTH_AMERICAN) if (zones.test(timeZone)) return region
  if (/^Europe\/(?:London|Belfast|Jersey|Guernsey|Isle_of_Man)$/.test(timeZone)) return 'GB'
  if (/^Australia\//.test(timeZone)) return 'AU'
  if (/^Pacific\/(?:Auckland|Chatham)$/.test(timeZone)) return 'NZ'
  if (EU_ZONES.test(timeZone)) return 'EU'
  if (timeZone !== '' && !/^(?:UTC|GMT|Etc\/)/.test(timeZone)) return 'other'
  const country = /[-_]([A-Za-z]{2})(?:[-_]|$)/.exec(locale)?.[1]?.toUpperCase()
  if (country === undefined) return 'other'
  if (country === 'US' || country === 'CA' || country === 'GB' || country === 'AU' || country === 'NZ') return country
  return EU_COUNTRIES.has(country) ? 'EU' : 'other'
}
