import { makeVapidKeys } from '../sync-server/push/vapid.ts'

// `npm run push-keys`: new keys by which the push services of browsers know a server, for PUSH_KEYS.

console.log(await makeVapidKeys())
