import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithRedis } from './describe-with-redis.ts'
import { RedisConnection, RedisRefusal } from './redis-connection.ts'

describeWithRedis('the bridge to a Redis', (running) => {
  let connection: RedisConnection
  beforeAll(() => {
    connection = new RedisConnection(running().redis.port)
  })
  afterAll(() => connection.close())

  it('sends commands and reads every kind of answer, in order, also long ones and of any text', async () => {
    const long = 'é\r\n$-1\r\n'.repeat(50_000)
    const replies = await Promise.all([
      connection.send(['SET', 'text', long]),
      connection.send(['GET', 'text']),
      connection.send(['GET', 'absent']),
      connection.send(['RPUSH', 'list', 'a', '', 'ü']),
      connection.send(['LRANGE', 'list', '0', '-1']),
      connection.send(['EVAL', 'return {1, {false, {}}, "x"}', '0']),
      connection.send(['NONSENSE']),
    ])
    expect(replies).toEqual(['OK', long, null, 3, ['a', '', 'ü'], [1, [null, []], 'x'], expect.any(RedisRefusal)])
  })

  it('rejects what was under way when Redis went, and connects again when it is back', async () => {
    await running().redis.kill()
    await expect(connection.send(['PING'])).rejects.toThrow()
    await running().redis.start()
    expect(await connection.send(['PING'])).toBe('PONG')
    expect(await connection.send(['GET', 'text'])).toBeNull()
  })

  it('answers by HTTP as Upstash does: one command, several, several at once, refusals, and nobody without the token', async () => {
    const { url, token } = running().bridge
    const ask = async (path: string, body: unknown, bearer = token) => {
      const headers = { authorization: `Bearer ${bearer}` }
      const response = await fetch(new URL(path, url), { method: 'POST', headers, body: JSON.stringify(body) })
      return [response.status, await response.json()]
    }
    expect(await ask('/', ['SET', 'n', 5])).toEqual([200, { result: 'OK' }])
    expect(await ask('/pipeline', [['INCR', 'n'], ['NONSENSE']])).toEqual([
      200,
      [{ result: 6 }, { error: expect.stringContaining('unknown command') }],
    ])
    expect(
      await ask('/multi-exec', [
        ['INCR', 'n'],
        ['GET', 'n'],
      ]),
    ).toEqual([200, [{ result: 7 }, { result: '7' }]])
    expect(await ask('/', ['NONSENSE'])).toEqual([400, { error: expect.stringContaining('unknown command') }])
    expect(await ask('/', ['GET', 'n'], 'another')).toEqual([401, { error: 'Unauthorized' }])
  })
})
