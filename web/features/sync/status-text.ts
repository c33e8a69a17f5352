import type { PullLoss, Refused, SyncStatus, SyncTrouble } from '../../store/sync-status.ts'
import { agoText, durationText } from './duration-text.ts'

const DAY_MS = 24 * 60 * 60_000
/** [D8] An edit that is not backed up for so long is worth a word, and for so long an alarm. In ms. */
export const LATE_MS = DAY_MS
export const ALARM_MS = 7 * DAY_MS

export interface StatusWords {
  readonly tone: 'good' | 'plain' | 'warning' | 'danger'
  readonly title: 'Backed up' | 'Saved on this device'
  readonly text: string
}

/** [D8] Where everything is, and since when the oldest edit waits: that age is the alarm, not the connection. */
export function statusWords(
  { unsent, oldestUnsentAt, lastSuccessAt }: Pick<SyncStatus, 'unsent' | 'oldestUnsentAt' | 'lastSuccessAt'>,
  now: number,
): StatusWords {
  if (unsent === 0 && lastSuccessAt !== undefined)
    return {
      tone: 'good',
      title: 'Backed up',
      text: `Everything on this device is on the server too. Last checked ${agoText(now - lastSuccessAt)}.`,
    }
  if (unsent === 0)
    return { tone: 'plain', title: 'Saved on this device', text: 'The server has not been reached yet.' }
  const age = now - (oldestUnsentAt ?? now)
  const waiting = `${count(unsent, 'change is', 'changes are')} not backed up yet, the oldest from ${agoText(age)}.`
  if (age < LATE_MS) return { tone: 'plain', title: 'Saved on this device', text: waiting }
  return {
    tone: age < ALARM_MS ? 'warning' : 'danger',
    title: 'Saved on this device',
    text: `${waiting} Until then they exist only here.`,
  }
}

/** Why the last run did not come to its end, and what to do about it. Undefined where it says itself what is going on. */
export function troubleText(kind: SyncTrouble['kind']): string | undefined {
  switch (kind) {
    case 'offline':
      return 'The server cannot be reached. You can go on as always; OwnIt tries again by itself.'
    case 'busy':
      return 'The server is busy. OwnIt tries again by itself.'
    case 'signed-out':
      return 'This device is not signed in any more. Everything stays here; sign in to go on.'
    case 'other-version':
      return 'The server and this app are of different versions. Reload the app. If that does not help, the server needs an update.'
    case 'too-large':
      return 'The server, or something before it, takes no requests of this size.'
    case 'unexpected':
      return 'The server gave an answer that OwnIt does not understand. It may be in the middle of an update.'
    case 'storage':
      return 'This browser could not save what came from the server. Free some space on the device.'
    case 'unfinished':
      return undefined
  }
}

/** Which documents the server did not take, and what to do. */
export function refusedText({ count: refused, reason }: Refused): string {
  const entries = count(refused, 'entry is', 'entries are')
  if (reason === 'quota')
    return `The account is full, so ${entries} not backed up. Whoever runs the server can make room.`
  if (reason === 'too-large') return `${entries} too large for the server: shorten what is written there.`
  return `The server did not take ${count(refused, 'entry', 'entries')}. They are saved on this device and offered again.`
}

/** [C4] By how much this device's clock is wrong, or undefined where it is right. `offset` (ms) is what has to be added. */
export function clockText(offset: number): string | undefined {
  if (offset === 0) return undefined
  const wrong = `${durationText(Math.abs(offset))} ${offset < 0 ? 'ahead' : 'behind'}`
  return `This device’s clock is ${wrong}. OwnIt keeps the order of your entries right all the same, but it may show the wrong day: set the clock in the device’s settings.`
}

/** [E5] What could not be opened. */
export function quarantineText(quarantined: number): string {
  return `${count(quarantined, 'entry', 'entries')} of the account could not be opened on this device. Nothing else is held up, and they are tried again when you sign in anew.`
}

/** What cannot wait until the person looks at the status: said on every screen. Undefined: nothing. */
export function noticeText(status: SyncStatus, now: number): string | undefined {
  const { problem, loss, clockOffset } = status
  if (problem?.kind === 'signed-out') return troubleText('signed-out')
  if (loss !== undefined) return lossText(loss)
  const { tone, text } = statusWords(status, now)
  return tone === 'warning' || tone === 'danger' ? text : clockText(clockOffset)
}

const COLLECTIONS: Readonly<Record<string, string>> = {
  day: 'days',
  mood: 'mood entries',
  metric: 'metrics of your own',
  pause: 'pauses',
  message: 'messages with the coach',
}

/** [D7] What another device deleted. */
export function lossText({ collection, deleted }: PullLoss): string {
  return `Another device deleted ${deleted} of your ${COLLECTIONS[collection] ?? 'entries'}. A copy of how it was before is kept.`
}

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`
