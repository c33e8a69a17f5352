import { expect, it } from 'vitest'
import * as z from 'zod'
import {
  leagueResponseSchema,
  playerResponseSchema,
  type Standings,
  scoresResponseSchema,
  standingsSchema,
} from '../shared/leaderboard/messages.ts'
import { closingOf, latestDateAt, type Period, periodBefore, stateOf, weekOf } from '../shared/leaderboard/period.ts'
import { LEADERBOARD_PATHS } from '../shared/leaderboard/protocol.ts'
import { PATHS } from '../shared/sync/protocol.ts'
import { type HttpDevice, secondDevice, signedUp } from './http-contract-subject.ts'

/** A week that is going on in every time zone, or nearly so. */
const week = (): Period => weekOf(latestDateAt(Date.now() - 14 * 3_600_000))
/** The newest week that takes no scores any more. */
function closedWeek(): Period {
  let period = week()
  while (stateOf(period, Date.now()) !== 'closed') period = periodBefore(period) as Period
  return period
}

let made = 0
/** A handle that nobody has, for a server that other tests use, too. */
function newHandle(): string {
  made += 1
  const letters = `${made}${Date.now() % 100_000}`.replace(/\d/g, (digit) => 'abcdefghjk'.charAt(Number(digit)))
  return `p-${letters}`
}

const problemSchema = z.object({ error: z.string(), code: z.string() })
const refusalOf = async (response: Response) => [response.status, problemSchema.parse(await response.json()).code]

const send = (device: HttpDevice, method: string, path: string, body?: unknown) =>
  device.request(method, path, body === undefined ? {} : { body })

async function newPlayer(url: string, ...boards: string[]) {
  const device = await signedUp(url)
  const handle = newHandle()
  expect((await send(device, 'PUT', LEADERBOARD_PATHS.player, { handle })).status).toBe(200)
  for (const board of boards) expect((await send(device, 'PUT', LEADERBOARD_PATHS.boards, { board })).status).toBe(200)
  return { device, handle }
}

async function publish(device: HttpDevice, ...scores: unknown[]) {
  const response = await send(device, 'POST', LEADERBOARD_PATHS.scores, { scores })
  expect(response.status).toBe(200)
  return scoresResponseSchema
    .parse(await response.json())
    .results.map((result) => (result.status === 'ok' ? 'ok' : result.reason))
}

const viewOf = (view: Record<string, string>) =>
  `?${new URLSearchParams({ board: 'steps', period: week(), scope: 'everyone', ...view })}`

async function look(device: HttpDevice, view: Record<string, string> = {}): Promise<Standings> {
  const response = await send(device, 'GET', `${LEADERBOARD_PATHS.standings}${viewOf(view)}`)
  expect(response.status).toBe(200)
  return standingsSchema.parse(await response.json())
}

async function newLeague(device: HttpDevice, name = 'Tea at four') {
  const response = await send(device, 'POST', LEADERBOARD_PATHS.leagues, { name })
  expect(response.status).toBe(200)
  return leagueResponseSchema.parse(await response.json()).league
}

export function describeLeaderboards(url: () => string): void {
  it('shows nobody who has not chosen it, and on a board what its player publishes', async () => {
    const stranger = await signedUp(url())
    expect(await (await send(stranger, 'GET', LEADERBOARD_PATHS.player)).json()).toEqual({ player: null })
    const { device, handle } = await newPlayer(url(), 'steps')
    const score = { board: 'steps', period: week(), score: 4321 }
    expect(await publish(device, score, { ...score, board: 'sleep', score: 1 })).toEqual(['ok', 'not-joined'])
    const { own, total, around } = await look(device)
    expect(own).toMatchObject({ handle, score: 4321 })
    expect(around).toContainEqual(own)
    expect(total).toBeGreaterThanOrEqual(1)
    expect(await refusalOf(await send(stranger, 'GET', `${LEADERBOARD_PATHS.standings}${viewOf({})}`))).toEqual([
      409,
      'no-player',
    ])
    expect(
      await refusalOf(await send(device, 'GET', `${LEADERBOARD_PATHS.standings}${viewOf({ board: 'sleep' })}`)),
    ).toEqual([403, 'not-joined'])
  })

  it('is the same player on every device of an account', async () => {
    const { device, handle } = await newPlayer(url(), 'sleep')
    const other = await secondDevice(url(), device)
    const response = await send(other, 'GET', LEADERBOARD_PATHS.player)
    expect(playerResponseSchema.parse(await response.json())).toEqual({
      player: { handle, boards: ['sleep'], leagues: [], friends: [] },
    })
  })

  it('refuses a score that cannot be true, is too late or too early, or is more than a score, and says why', async () => {
    const { device } = await newPlayer(url(), 'steps', 'sleep')
    const score = { board: 'steps', period: week(), score: 1 }
    const cases: [change: object, reason: string][] = [
      [{ score: 1e12 }, 'implausible'],
      [{ score: 800_000 }, 'implausible'],
      [{ board: 'sleep', score: 9 }, 'implausible'],
      [{ period: 'all', score: 1e12 }, 'implausible'],
      [{ period: closedWeek() }, 'period-closed'],
      [{ period: '2019-07' }, 'period-closed'],
      [{ period: '9000-W01' }, 'period-not-begun'],
      [{ score: -1 }, 'malformed'],
      [{ score: 1.5 }, 'malformed'],
      [{ score: '1' }, 'malformed'],
      [{ board: 'weight' }, 'malformed'],
      [{ period: '2026-W60' }, 'malformed'],
      [{ date: '2026-11-27' }, 'malformed'],
      [{ handle: 'somebody' }, 'malformed'],
    ]
    expect(await publish(device, ...cases.map(([change]) => ({ ...score, ...change })))).toEqual(
      cases.map(([, reason]) => reason),
    )
    expect(await look(device)).toMatchObject({ own: null })
    expect(closingOf(closedWeek())).toBeLessThanOrEqual(Date.now())
  })

  it('refuses requests of another shape, and none of them changes anything', async () => {
    const { device, handle } = await newPlayer(url(), 'steps')
    const { scores, player, boards, leagues, joinLeague, friends, standings } = LEADERBOARD_PATHS
    const requests: [method: string, path: string, body?: unknown][] = [
      ['POST', scores, {}],
      ['POST', scores, { scores: [] }],
      ['POST', scores, { scores: new Array(21).fill({}) }],
      ['POST', scores, { scores: [{}], account: 'x' }],
      ['PUT', player, { handle: 7 }],
      ['PUT', boards, { board: 'weight' }],
      ['DELETE', `${boards}?board=weight`],
      ['DELETE', boards],
      ['POST', leagues, { name: '' }],
      ['POST', leagues, { name: 'a'.repeat(41) }],
      ['POST', joinLeague, {}],
      ['DELETE', leagues],
      ['PUT', friends, {}],
      ['GET', standings],
      ['GET', `${standings}${viewOf({ period: 'today' })}`],
      ['GET', `${standings}${viewOf({ scope: 'league' })}`],
      ['GET', `${LEADERBOARD_PATHS.events}${viewOf({ board: 'x' })}`],
    ]
    for (const [method, path, body] of requests)
      expect([method, path, ...(await refusalOf(await send(device, method, path, body)))]).toEqual([
        method,
        path,
        400,
        'malformed',
      ])
    expect((await device.request('POST', scores, { body: 'no JSON' })).status).toBe(400)
    expect((await device.request('POST', scores, { body: JSON.stringify(['a'.repeat(5000)]) })).status).toBe(413)
    const after = playerResponseSchema.parse(await (await send(device, 'GET', player)).json())
    expect(after).toEqual({ player: { handle, boards: ['steps'], leagues: [], friends: [] } })
  })

  it("gives nobody another's handle, nor one that looks like it, nor what is none", async () => {
    const { handle } = await newPlayer(url())
    const { device, handle: own } = await newPlayer(url())
    const ask = async (wanted: string) =>
      refusalOf(await send(device, 'PUT', LEADERBOARD_PATHS.player, { handle: wanted }))
    for (const wanted of [handle, handle.toUpperCase(), handle.replace('-', '_'), handle.replace('-', '')])
      expect(await ask(wanted)).toEqual([409, 'handle-taken'])
    for (const wanted of ['', 'ab', 'with space', '<b>bold', 'аnna', `${handle}\u200b`])
      expect(await ask(wanted)).toEqual([400, 'handle-malformed'])
    expect(await (await send(device, 'GET', LEADERBOARD_PATHS.player)).json()).toMatchObject({
      player: { handle: own },
    })
  })

  it('takes so many scores of an account in a row, and no more', async () => {
    const { device } = await newPlayer(url(), 'steps')
    const scores = [{ board: 'steps', period: week(), score: 1 }]
    const statuses = new Set<number>()
    for (let time = 0; time < 70; time += 1) {
      const response = await send(device, 'POST', LEADERBOARD_PATHS.scores, { scores })
      statuses.add(response.status)
      if (response.status !== 429) continue
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(problemSchema.parse(await response.json()).code).toBe('too-many')
      break
    }
    expect([...statuses]).toEqual([200, 429])
  })

  it('compares those of a league who have its code, and nobody else, until they leave', async () => {
    const [a, b, stranger] = [
      await newPlayer(url(), 'steps'),
      await newPlayer(url(), 'steps'),
      await newPlayer(url(), 'steps'),
    ]
    const { id, code } = await newLeague(a.device)
    const typed = code.toLowerCase().replaceAll('-', ' ')
    expect((await send(b.device, 'POST', LEADERBOARD_PATHS.joinLeague, { code: typed })).status).toBe(200)
    for (const [{ device }, score] of [
      [a, 100],
      [b, 200],
      [stranger, 300],
    ] as const)
      await publish(device, { board: 'steps', period: week(), score })
    const view = { scope: 'league', league: id }
    expect(await look(a.device, view)).toMatchObject({
      top: [
        { handle: b.handle, rank: 1 },
        { handle: a.handle, rank: 2 },
      ],
      total: 2,
    })
    for (const path of [LEADERBOARD_PATHS.standings, LEADERBOARD_PATHS.events])
      expect(await refusalOf(await send(stranger.device, 'GET', `${path}${viewOf(view)}`))).toEqual([404, 'no-league'])
    for (const wrong of ['AAAA-AAAA-AAAA', '', code.slice(0, -1)])
      expect(
        await refusalOf(await send(stranger.device, 'POST', LEADERBOARD_PATHS.joinLeague, { code: wrong })),
      ).toEqual([404, 'no-league'])
    expect((await send(b.device, 'DELETE', `${LEADERBOARD_PATHS.leagues}?id=${id}`)).status).toBe(200)
    expect(await look(a.device, view)).toMatchObject({ top: [{ handle: a.handle, rank: 1 }], total: 1 })
    expect(await refusalOf(await send(b.device, 'DELETE', `${LEADERBOARD_PATHS.leagues}?id=${id}`))).toEqual([
      404,
      'no-league',
    ])
  })

  it('compares friends when both have asked, and not one who was asked alone', async () => {
    const [a, b] = [await newPlayer(url(), 'steps'), await newPlayer(url(), 'steps')]
    for (const { device } of [a, b]) await publish(device, { board: 'steps', period: week(), score: 5 })
    const view = { scope: 'friends' }
    const ask = (device: HttpDevice, handle: string) => send(device, 'PUT', LEADERBOARD_PATHS.friends, { handle })
    expect(await (await ask(a.device, b.handle)).json()).toMatchObject({
      player: { friends: [{ handle: b.handle, state: 'asked' }] },
    })
    expect(await look(a.device, view)).toMatchObject({ total: 1 })
    expect((await ask(b.device, a.handle)).status).toBe(200)
    for (const { device } of [a, b]) expect(await look(device, view)).toMatchObject({ total: 2, own: { rank: 1 } })
    expect((await send(a.device, 'DELETE', `${LEADERBOARD_PATHS.friends}?handle=${b.handle}`)).status).toBe(200)
    for (const { device } of [a, b]) expect(await look(device, view)).toMatchObject({ total: 1 })
    expect(await refusalOf(await ask(a.device, newHandle()))).toEqual([404, 'no-such-handle'])
    expect(await refusalOf(await ask(a.device, a.handle))).toEqual([400, 'own-handle'])
  })

  it('pokes who looks at a league when somebody in it moves', async () => {
    const [a, b] = [await newPlayer(url(), 'steps'), await newPlayer(url(), 'steps')]
    const { id, code } = await newLeague(a.device)
    await send(b.device, 'POST', LEADERBOARD_PATHS.joinLeague, { code })
    await publish(a.device, { board: 'steps', period: week(), score: 10 })
    const view = { scope: 'league', league: id }
    const stop = new AbortController()
    const path = `${LEADERBOARD_PATHS.events}${viewOf(view)}`
    const events = await a.device.request('GET', path, { signal: stop.signal })
    expect([events.status, events.headers.get('content-type')]).toEqual([200, 'text/event-stream'])
    expect(await look(a.device, view)).toMatchObject({ own: { rank: 1 } })
    await publish(b.device, { board: 'steps', period: week(), score: 20 })
    const decoder = new TextDecoder()
    for await (const chunk of events.body ?? []) if (decoder.decode(chunk).includes('event: poke')) break
    stop.abort()
    expect(await look(a.device, view)).toMatchObject({
      own: { rank: 2 },
      top: [{ handle: b.handle }, { handle: a.handle }],
    })
  })

  it('forgets who leaves a board, or all of them, at once', async () => {
    const [a, b] = [await newPlayer(url(), 'steps'), await newPlayer(url(), 'steps')]
    const { id, code } = await newLeague(a.device)
    await send(b.device, 'POST', LEADERBOARD_PATHS.joinLeague, { code })
    const score = { board: 'steps', period: week(), score: 10 }
    for (const { device } of [a, b]) await publish(device, score)
    const view = { scope: 'league', league: id }
    expect((await send(b.device, 'DELETE', `${LEADERBOARD_PATHS.boards}?board=steps`)).status).toBe(200)
    expect(await look(a.device, view)).toMatchObject({ total: 1 })
    expect(await publish(b.device, score)).toEqual(['not-joined'])
    await send(b.device, 'PUT', LEADERBOARD_PATHS.boards, { board: 'steps' })
    expect(await publish(b.device, score)).toEqual(['ok'])
    expect(await (await send(b.device, 'DELETE', LEADERBOARD_PATHS.player)).json()).toEqual({ player: null })
    expect(await look(a.device, view)).toMatchObject({ total: 1 })
    expect(await (await send(b.device, 'GET', LEADERBOARD_PATHS.player)).json()).toEqual({ player: null })
  })

  it('gives an owner what is shown of them to take along, and forgets it with the account', async () => {
    const { device, handle } = await newPlayer(url(), 'steps')
    const { device: friend } = await newPlayer(url(), 'steps')
    const league = await newLeague(device)
    await send(friend, 'POST', LEADERBOARD_PATHS.joinLeague, { code: league.code })
    const score = { board: 'steps', period: week(), score: 77 }
    await publish(device, score)
    expect(await (await send(device, 'GET', PATHS.accountExport)).json()).toMatchObject({
      leaderboard: { handle, boards: ['steps'], leagues: [{ id: league.id }], friends: [], scores: [score] },
    })
    expect(await (await send(await signedUp(url()), 'GET', PATHS.accountExport)).json()).toMatchObject({
      leaderboard: null,
    })
    await send(device, 'DELETE', PATHS.account, { password: device.credentials.password })
    expect(await look(friend, { scope: 'league', league: league.id })).toMatchObject({ total: 0, top: [] })
    expect((await send(friend, 'PUT', LEADERBOARD_PATHS.player, { handle })).status).toBe(200)
  })
}
