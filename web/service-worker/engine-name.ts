/** The global under which the engine's script puts its one function, and the service worker finds it. */
export const ENGINE_GLOBAL = 'runOwnItInBackground'
