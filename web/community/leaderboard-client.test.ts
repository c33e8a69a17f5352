import { expect, it } from 'vitest'
import { ALL_TIME } from '../../shared/leaderboard/period.ts'
import { fail, ok } from '../../shared/result/result.ts'
import { leaderboardClient } from './leaderboard-client.ts'

const PLAYER = { handle: 'anna', boards: ['steps'], leagues: [], friends: [] }
const LEAGUE = { id: 'l', name: 'Tea at four', code: '7KQX-M2VD-9RTB', players: 1 }
const STANDINGS = { top: [{ handle: 'anna', score: 3, rank: 1 }], around: [], own: null, total: 1 }
const SCORE = { board: 'steps', period: ALL_TIME, score: 3 } as const

function server(answer: () => Response | Promise<Response>) {
  const asked: string[] = []
  const client = leaderboardClient(async (path, { method, body }) => {
    asked.push(`${method} ${path}${typeof body === 'string' ? ` ${body}` : ''}`)
    return answer()
  })
  return { asked, client }
}
const json = (body: unknown, status = 200) => server(() => Response.json(body, { status }))

it('each question is asked as the server reads it', async () => {
  const { asked, client } = json({ player: PLAYER })
  expect(await client.player()).toEqual(ok(PLAYER))
  await client.setHandle('anna')
  await client.removePlayer()
  await client.joinBoard('steps')
  await client.leaveBoard('steps')
  await client.addFriend('zoë')
  await client.removeFriend('zoë')
  await client.leaveLeague('a b')
  expect(asked).toEqual([
    'GET /api/leaderboard/player',
    'PUT /api/leaderboard/player {"handle":"anna"}',
    'DELETE /api/leaderboard/player',
    'PUT /api/leaderboard/boards {"board":"steps"}',
    'DELETE /api/leaderboard/boards?board=steps',
    'PUT /api/leaderboard/friends {"handle":"zoë"}',
    'DELETE /api/leaderboard/friends?handle=zo%C3%AB',
    'DELETE /api/leaderboard/leagues?id=a+b',
  ])
  const made = json({ league: LEAGUE })
  expect(await made.client.createLeague('Tea at four')).toEqual(ok(LEAGUE))
  expect(await made.client.joinLeague(LEAGUE.code)).toEqual(ok(LEAGUE))
  const looked = json(STANDINGS)
  const view = { board: 'steps', period: ALL_TIME, scope: 'league', league: 'l' } as const
  expect(await looked.client.standings(view)).toEqual(ok(STANDINGS))
  expect(looked.asked).toEqual(['GET /api/leaderboard/standings?board=steps&period=all&scope=league&league=l'])
})

it('[B2] what is published is scores and nothing else, and each has its result', async () => {
  const { asked, client } = json({ results: [{ status: 'refused', reason: 'not-joined' }] })
  expect(await client.publish([SCORE])).toEqual(ok([{ status: 'refused', reason: 'not-joined' }]))
  expect(asked).toEqual(['POST /api/leaderboard/scores {"scores":[{"board":"steps","period":"all","score":3}]}'])
  expect(await json({ results: [] }).client.publish([SCORE])).toEqual(fail('unreachable'))
})

it.each([
  [401, { error: 'sign in' }, 'signed-out'],
  [409, { code: 'handle-taken' }, 'handle-taken'],
  [403, { code: 'not-joined' }, 'not-joined'],
  [429, { error: 'too many requests' }, 'too-many'],
  [404, { code: 'NOT_FOUND' }, 'unreachable'],
  [500, [], 'unreachable'],
] as const)('an answer of %i, %j, is told as %s', async (status, body, problem) => {
  expect(await json(body, status).client.player()).toEqual(fail(problem))
})

it('no network, no answer in time, and an answer of somebody else are all no server', async () => {
  for (const error of [new TypeError('fetch failed'), new DOMException('late', 'TimeoutError')])
    expect(await server(() => Promise.reject(error)).client.player()).toEqual(fail('unreachable'))
  expect(await server(() => new Response('<title>Wi-Fi</title>')).client.player()).toEqual(fail('unreachable'))
  expect(await json({ player: { ...PLAYER, handle: '<b>' } }).client.player()).toEqual(fail('unreachable'))
})
