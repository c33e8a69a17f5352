import { describe, expect, it } from 'vitest'
import { isPushEndpoint, parsePushHosts } from './push-hosts.ts'

describe('an endpoint', () => {
  it.each([
    'https://fcm.googleapis.com/fcm/send/cR7:APA91b',
    'https://updates.push.services.mozilla.com/wpush/v2/gAAAA',
    'https://web.push.apple.com/QNs',
    'https://wns2-par02p.notify.windows.com/w/?token=BQY',
  ])('of a push service is one: %s', (endpoint) => {
    expect(isPushEndpoint(endpoint)).toBe(true)
  })

  it.each([
    'http://fcm.googleapis.com/fcm/send/a',
    'https://fcm.googleapis.com:8443/fcm/send/a',
    'https://user:password@fcm.googleapis.com/a',
    'https://fcm.googleapis.com@127.0.0.1/a',
    'https://fcm.googleapis.com.evil.example/a',
    'https://evilfcm.googleapis.com/a',
    'https://evil-push.apple.com/a',
    'https://push.apple.com/a',
    'https://127.0.0.1/a',
    'https://2130706433/a',
    'https://0x7f.1/a',
    'https://[::1]/a',
    'https://[::ffff:10.0.0.1]/a',
    'https://169.254.169.254/latest/meta-data',
    'https://192.168.1.1/a',
    'https://localhost/a',
    'https://router.local/a',
    'file:///etc/passwd',
    'no address',
    '',
  ])('anywhere else is none: %s', (endpoint) => {
    expect(isPushEndpoint(endpoint)).toBe(false)
  })

  it('of a service that the settings name is one', () => {
    const hosts = parsePushHosts('push.example.org, .unified.example.net') ?? []
    expect(isPushEndpoint('https://push.example.org/a', hosts)).toBe(true)
    expect(isPushEndpoint('https://a.unified.example.net/a', hosts)).toBe(true)
    expect(isPushEndpoint('https://other.example.org/a', hosts)).toBe(false)
  })
})

it.each([
  '',
  'localhost',
  '10.0.0.1',
  '[::1]',
  'https://push.example.org',
  'a b',
  '.',
  'example.org,,a.b',
  '.1',
  'a.1',
])('hosts of the settings are names: %j is none', (text) => {
  expect(parsePushHosts(text)).toBeUndefined()
})
