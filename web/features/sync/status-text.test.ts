import { describe, expect, it } from 'vitest'
import type { SyncStatus } from '../../store/sync-status.ts'
import { agoText, durationText } from './duration-text.ts'
import {
  ALARM_MS,
  clockText,
  LATE_MS,
  lossText,
  noticeText,
  refusedText,
  statusWords,
  troubleText,
} from './status-text.ts'

const NOW = Date.UTC(2026, 10, 27, 12)
const MINUTE = 60_000
const YEAR = 365.25 * 24 * 60 * MINUTE

describe('the status of backups', () => {
  it('[D8] says backed up only when nothing waits and the server has answered', () => {
    const done = statusWords({ unsent: 0, oldestUnsentAt: undefined, lastSuccessAt: NOW - 3 * MINUTE }, NOW)
    expect(done).toMatchObject({ tone: 'good', title: 'Backed up' })
    expect(done.text).toContain('3 minutes ago')
    const never = statusWords({ unsent: 0, oldestUnsentAt: undefined, lastSuccessAt: undefined }, NOW)
    expect(never).toMatchObject({ tone: 'plain', title: 'Saved on this device' })
    const waiting = statusWords({ unsent: 2, oldestUnsentAt: NOW - MINUTE, lastSuccessAt: NOW }, NOW)
    expect(waiting).toMatchObject({ tone: 'plain', title: 'Saved on this device' })
    expect(waiting.text).toBe('2 changes are not backed up yet, the oldest from 1 minute ago.')
  })

  it('[D8] is an alarm by the age of the oldest edit that is not backed up, and by nothing else', () => {
    const toneAfter = (age: number) =>
      statusWords({ unsent: 1, oldestUnsentAt: NOW - age, lastSuccessAt: undefined }, NOW).tone
    expect([0, LATE_MS - 1, LATE_MS, ALARM_MS - 1, ALARM_MS].map(toneAfter)).toEqual([
      'plain',
      'plain',
      'warning',
      'warning',
      'danger',
    ])
  })

  it('says what stands in the way and what to do, and nothing where it goes on by itself', () => {
    expect(troubleText('signed-out')).toContain('sign in to go on')
    expect(troubleText('offline')).toContain('by itself')
    expect(troubleText('unfinished')).toBeUndefined()
    expect(refusedText({ count: 1, reason: 'quota' })).toContain('The account is full')
    expect(refusedText({ count: 2, reason: 'too-large' })).toContain('2 entries are too large')
    expect(refusedText({ count: 2, reason: 'malformed' })).toContain('did not take 2 entries')
  })

  it('says by how much a clock is wrong, and which way', () => {
    expect(clockText(0)).toBeUndefined()
    expect(clockText(-2 * YEAR)).toContain('2 years ahead')
    expect(clockText(90 * MINUTE)).toContain('1 hour behind')
  })

  it('is said on every screen only where it cannot wait', () => {
    const good: SyncStatus = {
      account: 'a',
      unsent: 0,
      oldestUnsentAt: undefined,
      lastSuccessAt: NOW,
      problem: undefined,
      refused: undefined,
      quarantined: 0,
      clockOffset: 0,
      loss: undefined,
    }
    expect(noticeText(good, NOW)).toBeUndefined()
    expect(noticeText({ ...good, problem: { kind: 'offline', at: NOW } }, NOW)).toBeUndefined()
    expect(noticeText({ ...good, problem: { kind: 'signed-out', at: NOW } }, NOW)).toContain('sign in')
    expect(noticeText({ ...good, unsent: 1, oldestUnsentAt: NOW - LATE_MS }, NOW)).toContain('only here')
    expect(noticeText({ ...good, clockOffset: -2 * YEAR }, NOW)).toContain('2 years ahead')
    const loss = { point: 'p', collection: 'day', deleted: 20, at: NOW }
    expect(noticeText({ ...good, loss }, NOW)).toContain('20 of your days')
  })

  it('names what another device deleted', () => {
    const loss = { point: 'p', deleted: 30, at: NOW }
    expect(lossText({ ...loss, collection: 'mood' })).toContain('30 of your mood entries')
    expect(lossText({ ...loss, collection: 'goal' })).toContain('30 of your entries')
  })
})

describe('a length of time', () => {
  it.each([
    [0, 'less than a minute'],
    [MINUTE, '1 minute'],
    [59 * MINUTE, '59 minutes'],
    [60 * MINUTE, '1 hour'],
    [49 * 60 * MINUTE, '2 days'],
    [3 * YEAR, '3 years'],
    [2 * YEAR - 30, '2 years'],
  ])('%i ms are %s', (ms, text) => {
    expect(durationText(ms)).toBe(text)
  })

  it('that has just passed is now, also where the clock went back', () => {
    expect([agoText(0), agoText(-5000), agoText(MINUTE)]).toEqual(['just now', 'just now', '1 minute ago'])
  })
})
