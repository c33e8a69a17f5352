import type { PushPorts } from './device-reminders.ts'
import { pushClient } from './push-client.ts'

/** Whether this browser can be woken at all. On an iPhone that takes the installed app. */
export function canBeWoken(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis
}

/** The browser's own. Where it cannot be woken nobody asks for it. */
export const browserPush: PushPorts = {
  client: pushClient((url, init) => fetch(url, init)),
  askPermission: () => Notification.requestPermission(),
  manager: async () => (await navigator.serviceWorker.ready).pushManager,
}
