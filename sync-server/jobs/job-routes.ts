import type { Context } from 'hono'
import type { Route } from '../security/route.ts'
import type { JobRunner } from './run-jobs.ts'

const PATH = '/api/jobs/:name'

/** Has a job run for a scheduler outside of the server, which may call as often as it likes: nothing is done twice. */
export function jobRoute({ run }: Pick<JobRunner, 'run'>): Route {
  async function handle(context: Context): Promise<Response> {
    const outcome = await run(context.req.param('name') ?? '')
    if (outcome === undefined) return context.json({ error: 'no such job' }, 404)
    return context.json({ run: outcome }, outcome === 'failed' ? 500 : 200)
  }
  return { method: 'POST', path: PATH, authorisation: 'operator', handle }
}
