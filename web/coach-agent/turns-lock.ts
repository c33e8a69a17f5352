/** The lock of whoever runs turns of the coach: one for all tabs and the service worker of an origin. */
export const TURNS_LOCK = 'coach-turns'
