import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { requestMetrics } from './request-metrics.ts'
import { createServerMetrics } from './server-metrics.ts'

function start() {
  const { requests: durations } = createServerMetrics('1.2.3')
  let now = 0
  const app = new Hono()
  app.use(requestMetrics(durations, () => now))
  app.use('/api/*', async (context, next) =>
    context.req.header('cookie') === undefined ? context.text('who?', 401) : next(),
  )
  app.route(
    '/api/vault',
    new Hono().get('/keyslots/:id', (context) => {
      now += 250
      return context.text(context.req.param('id'))
    }),
  )
  app.get('/api/broken', () => {
    throw new Error('broken')
  })
  app.all('*', (context) => context.text('page'))
  app.onError((_, context) => context.text('sorry', 500))
  const series = async (ending: string) =>
    (await durations.get()).values.filter(({ metricName }) => metricName?.endsWith(ending))
  return { app, series, labels: async () => (await series('_count')).map((sample) => sample.labels) }
}

const SIGNED_IN = { headers: { cookie: 'session=1' } }

describe('the measures of requests', () => {
  it('name the pattern of the route that answered, however many paths fit it', async () => {
    const { app, labels } = start()
    await app.request('/api/vault/keyslots/secret-1', SIGNED_IN)
    await app.request('/api/vault/keyslots/secret-2?mail=a@example.org', SIGNED_IN)
    await app.request('/history/2026-11-23')
    await app.request('/anything')
    expect(await labels()).toEqual([
      { method: 'GET', route: '/api/vault/keyslots/:id', status: '2xx' },
      { method: 'GET', route: '/*', status: '2xx' },
    ])
  })

  it('count what a guard refused and what failed by the class of its status', async () => {
    const { app, labels } = start()
    await app.request('/api/vault/keyslots/1')
    await app.request('/api/broken', SIGNED_IN)
    expect(await labels()).toEqual([
      { method: 'GET', route: '/api/*', status: '4xx' },
      { method: 'GET', route: '/api/broken', status: '5xx' },
    ])
  })

  it('give methods that nobody uses one name', async () => {
    const { app, labels } = start()
    for (const method of ['PURGE', 'MKCOL']) await app.request('/', { method })
    expect(await labels()).toEqual([{ method: 'other', route: '/*', status: '2xx' }])
  })

  it('are in seconds', async () => {
    const { app, series } = start()
    await app.request('/api/vault/keyslots/1', SIGNED_IN)
    expect((await series('_sum')).map(({ value }) => value)).toEqual([0.25])
  })
})
