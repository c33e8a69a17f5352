import type { Context } from 'hono'
import { PROBLEM_CODES } from '../../shared/sync/account.ts'
import { keyslotDraftSchema } from '../../shared/sync/messages.ts'
import { PATHS } from '../../shared/sync/protocol.ts'
import { readJson } from '../security/json-body.ts'
import type { Route } from '../security/route.ts'
import type { Session } from '../security/session.ts'
import type { SyncStore } from '../store/ports.ts'

/** Bytes of the body of a PUT: a keyslot has less than one. */
const KEYSLOT_BODY_BYTES = 4 * 1024

/** The account's vault key, wrapped under what only its owner has. The server keeps the wrappings and opens none. */
export function keyslotRoutes(sync: SyncStore, now: () => number): readonly Route[] {
  async function put(context: Context, session: Session): Promise<Response> {
    const body = await readJson(context, KEYSLOT_BODY_BYTES)
    if (!body.ok) return context.json({ error: body.failure.error }, body.failure.status)
    const slot = keyslotDraftSchema.safeParse(body.value)
    if (!slot.success) return context.json({ error: 'the body is no keyslot' }, 400)
    return (await sync.putKeyslot(session.account, slot.data, now())) === 'ok'
      ? context.json({})
      : context.json({ error: 'no room for another keyslot', code: PROBLEM_CODES.keyslotsFull }, 409)
  }

  async function remove(context: Context, session: Session): Promise<Response> {
    const id = context.req.query('id')
    if (id === undefined || id === '') return context.json({ error: 'which keyslot: ?id= is missing' }, 400)
    return (await sync.deleteKeyslot(session.account, id))
      ? context.json({})
      : context.json({ error: 'no such keyslot' }, 404)
  }

  return [
    {
      method: 'GET',
      path: PATHS.keyslots,
      authorisation: 'account',
      handle: async (context, session) => context.json({ keyslots: await sync.keyslots(session.account) }),
    },
    { method: 'PUT', path: PATHS.keyslots, authorisation: 'account', handle: put },
    { method: 'DELETE', path: PATHS.keyslots, authorisation: 'account', handle: remove },
  ]
}
