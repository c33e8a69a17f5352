import type { Context } from 'hono'
import type { Device } from '../../shared/sync/messages.ts'
import { PATHS } from '../../shared/sync/protocol.ts'
import type { Route } from '../security/route.ts'
import type { Session, Sessions } from '../security/session.ts'

/** The devices that are signed in to the account, and how to sign one out from afar. */
export function deviceRoutes(sessions: Sessions): readonly Route[] {
  async function list(context: Context, session: Session): Promise<Response> {
    const devices: Device[] = (await sessions.list(session.account)).map(
      ({ id, deviceName, createdAt, lastSeenAt }) => ({
        id,
        name: deviceName,
        createdAt,
        lastSeenAt,
        current: id === session.id,
      }),
    )
    return context.json({ devices })
  }

  async function revoke(context: Context, session: Session): Promise<Response> {
    const id = context.req.query('id')
    if (id === undefined || id === '') return context.json({ error: 'which device: ?id= is missing' }, 400)
    return (await sessions.end(session.account, id)) ? context.json({}) : context.json({ error: 'no such device' }, 404)
  }

  return [
    { method: 'GET', path: PATHS.devices, authorisation: 'account', handle: list },
    { method: 'DELETE', path: PATHS.devices, authorisation: 'account', handle: revoke },
  ]
}
