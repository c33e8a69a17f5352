/** The globals under which the engine's script puts its functions, and the service worker finds them. */
export const ENGINE_GLOBAL = 'runOwnItInBackground'
export const SAY_GLOBAL = 'sayWhatOwnItHasToSay'
