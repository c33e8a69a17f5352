/**
 * The push services of the browsers there are. A device says where it wants to be woken, and the server then sends requests there:
 * to none but these, so that nobody can make it speak to a machine beside it.
 */
const KNOWN_HOSTS: readonly string[] = [
  // Chromium and all that is made of it.
  'fcm.googleapis.com',
  'jmt17.google.com',
  // Firefox.
  'updates.push.services.mozilla.com',
  // Safari, and every browser on an iPhone.
  '.push.apple.com',
  // Edge.
  '.notify.windows.com',
]

/** Whether an endpoint is one of a push service's: https, on its own port, a host that is known or among `more`, no password. */
export function isPushEndpoint(endpoint: string, more: readonly string[] = []): boolean {
  if (!URL.canParse(endpoint)) return false
  const { protocol, hostname, port, username, password } = new URL(endpoint)
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '') return false
  return [...KNOWN_HOSTS, ...more].some((host) => (host.startsWith('.') ? hostname.endsWith(host) : hostname === host))
}

/** Hosts as the settings list them, with commas between: a name, or `.name` for all below it. Undefined: one is no such thing. */
export function parsePushHosts(text: string): readonly string[] | undefined {
  const hosts = text.split(',').map((host) => host.trim().toLowerCase())
  return hosts.every((host) => NAME.test(host)) ? hosts : undefined
}

// Two labels at the least, the last of which is no number: neither this machine by name nor any by its address.
const NAME = /^\.?(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/
