/** The tag of our background and periodic events. */
export const BACKGROUND_TAG = 'sync'
