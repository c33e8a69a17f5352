import { expect, it } from 'vitest'
import { reminderSchema, type Subscription, subscriptionSchema, wakeUpSchema } from './messages.ts'

const SUBSCRIPTION: Subscription = {
  endpoint: 'https://fcm.googleapis.com/fcm/send/abc',
  p256dh: 'B'.repeat(87),
  auth: 'a'.repeat(22),
  zone: 'Europe/Berlin',
  quiet: { from: 1320, until: 420 },
  reminders: [{ kind: 'log-today', at: 1200, weekday: null }],
}

it('a subscription is what a browser gives, when to wake it, and nothing else', () => {
  expect(subscriptionSchema.parse(SUBSCRIPTION)).toEqual(SUBSCRIPTION)
  expect(subscriptionSchema.safeParse({ ...SUBSCRIPTION, steps: 9000 }).success).toBe(false)
})

it.each([
  ['an endpoint without end', { endpoint: `https://a.example/${'x'.repeat(2000)}` }],
  ['a key of another length', { p256dh: 'B'.repeat(86) }],
  ['a key that is no base64url', { auth: '='.repeat(22) }],
  ['a zone that nobody lives in', { zone: 'Europe/Atlantis' }],
  ['no reminder', { reminders: [] }],
  ['a kind twice', { reminders: [SUBSCRIPTION.reminders[0], SUBSCRIPTION.reminders[0]] }],
  ['quiet hours of another clock', { quiet: { from: 0, until: 1440 } }],
])('%s is refused', (_, change) => {
  expect(subscriptionSchema.safeParse({ ...SUBSCRIPTION, ...change }).success).toBe(false)
})

it('a reminder has a time of the clock and a day of the week, or every day', () => {
  expect(reminderSchema.safeParse({ kind: 'weekly-report', at: 540, weekday: 8 }).success).toBe(false)
  expect(reminderSchema.safeParse({ kind: 'log-today', at: 20.5, weekday: null }).success).toBe(false)
  expect(reminderSchema.safeParse({ kind: 'water', at: 540, weekday: null }).success).toBe(false)
})

it('a wake-up has no field but its kind', () => {
  expect(wakeUpSchema.parse({ kind: 'log-today' })).toEqual({ kind: 'log-today' })
  expect(wakeUpSchema.safeParse({ kind: 'log-today', title: 'Log!' }).success).toBe(false)
})
