import type { Context } from 'hono'
import { laterSchema, type Subscription, subscriptionSchema } from '../../shared/push/messages.ts'
import { LATER_MINUTES, PUSH_LIMITS, PUSH_PATHS, PUSH_PROBLEMS } from '../../shared/push/protocol.ts'
import { dueAfter } from '../../shared/push/schedule.ts'
import { readJson } from '../security/json-body.ts'
import type { Route } from '../security/route.ts'
import type { Session } from '../security/session.ts'
import type { PushStore } from '../store/push-port.ts'
import { isPushEndpoint } from './push-hosts.ts'

export interface PushRoutes {
  readonly store: PushStore
  /** What devices subscribe with; undefined: this server wakes nobody. */
  readonly publicKey: string | undefined
  /** Hosts of push services besides those that are known. */
  readonly hosts: readonly string[]
  /** ms since 1970 UTC. */
  readonly now: () => number
}

/** How a device says when it wants to be woken. */
export function pushRoutes({ store, publicKey, hosts, now }: PushRoutes): readonly Route[] {
  const off = (context: Context) => context.json({ error: 'this server wakes nobody', code: PUSH_PROBLEMS.off }, 404)
  const deviceOf = ({ account, id }: Session) => ({ account, session: id })

  async function put(context: Context, session: Session): Promise<Response> {
    if (publicKey === undefined) return off(context)
    const body = await readJson(context, PUSH_LIMITS.bodyBytes)
    if (!body.ok) return context.json({ error: body.failure.error }, body.failure.status)
    const wanted = subscriptionSchema.safeParse(body.value)
    if (!wanted.success) return context.json({ error: 'the body is no subscription' }, 400)
    if (!isPushEndpoint(wanted.data.endpoint, hosts))
      return context.json({ error: 'that is no push service known here', code: PUSH_PROBLEMS.endpoint }, 400)
    return (await store.put(deviceOf(session), wanted.data, plan(wanted.data, now()))) === 'ok'
      ? context.json({})
      : context.json({ error: 'no room for another device', code: PUSH_PROBLEMS.full }, 409)
  }

  async function later(context: Context, session: Session): Promise<Response> {
    const body = await readJson(context, PUSH_LIMITS.bodyBytes)
    if (!body.ok) return context.json({ error: body.failure.error }, body.failure.status)
    const asked = laterSchema.safeParse(body.value)
    if (!asked.success) return context.json({ error: 'the body is no reminder' }, 400)
    return (await store.postpone(deviceOf(session), asked.data.kind, now() + LATER_MINUTES * 60_000))
      ? context.json({})
      : context.json({ error: 'no such reminder' }, 404)
  }

  return [
    {
      method: 'GET',
      path: PUSH_PATHS.key,
      authorisation: 'account',
      handle: (context) => (publicKey === undefined ? off(context) : context.json({ key: publicKey })),
    },
    { method: 'PUT', path: PUSH_PATHS.subscription, authorisation: 'account', handle: put },
    {
      method: 'DELETE',
      path: PUSH_PATHS.subscription,
      authorisation: 'account',
      handle: async (context, session) => {
        await store.remove(deviceOf(session))
        return context.json({})
      },
    },
    { method: 'POST', path: PUSH_PATHS.later, authorisation: 'account', handle: later },
  ]
}

const plan = ({ reminders, zone, quiet }: Subscription, now: number) =>
  reminders.map((reminder) => ({ reminder, dueAt: dueAfter(now, reminder, zone, quiet) }))
