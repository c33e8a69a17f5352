import type { CivilDate } from '../../shared/calendar/civil-date.ts'
import { dayAt } from '../../shared/calendar/day-clock.ts'

/** Where the browsers of the tests are. The process of a test may be elsewhere, and already in another day. */
export const BROWSER_ZONE = 'Europe/Berlin'

/** What day it is in the browser. */
export const todayInBrowser = (): CivilDate => dayAt(Date.now(), { timeZone: BROWSER_ZONE, dayStart: 0 })
