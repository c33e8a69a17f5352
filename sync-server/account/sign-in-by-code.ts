import { createHash } from 'node:crypto'
import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import * as z from 'zod'
import type { Keyslot } from '../../shared/sync/messages.ts'
import type { SyncStore } from '../store/ports.ts'
import { accountIdSchema } from './account-id.ts'

/** For so long after it was made a code shown by one device lets another one in, in ms. */
export const PAIRING_MS = 15 * 60_000

const proofSchema = z.string().regex(/^[\w-]{43}$/)
export const codeSchema = z.object({
  email: z.string().max(254),
  proof: proofSchema,
  newPassword: z.string().max(1024).optional(),
})

/**
 * [V2] Lets in who has a code that opens the vault: `POST /sign-in/code { email, proof, newPassword? }`. The code gives its
 * device 32 bytes, the proof, whose SHA-256 is the id of the code's keyslot; so the server can tell that a proof belongs to a
 * slot, and its database lets nobody in. A recovery code, which is there for a forgotten passphrase, may also set the password
 * anew, and that signs every other device out.
 */
export function signInByCode(keyslots: SyncStore['keyslots'], now: () => number): BetterAuthPlugin {
  return {
    id: 'ownit-sign-in-by-code',
    endpoints: {
      signInByCode: createAuthEndpoint('/sign-in/code', { method: 'POST', body: codeSchema }, async (ctx) => {
        const { email, proof, newPassword } = ctx.body
        const { internalAdapter, password } = ctx.context
        const user = (await internalAdapter.findUserByEmail(email.toLowerCase()))?.user
        const slots = user === undefined ? [] : await keyslots(accountIdSchema.parse(user.id))
        const slot = slots.find((candidate) => isOpenedBy(candidate, proof, now()))
        if (user === undefined || slot === undefined || (newPassword !== undefined && slot.kind !== 'recovery'))
          throw new APIError('UNAUTHORIZED', { code: 'INVALID_EMAIL_OR_PASSWORD', message: 'Invalid email or code' })
        if (newPassword !== undefined) {
          if (newPassword.length < password.config.minPasswordLength)
            throw new APIError('BAD_REQUEST', { code: 'PASSWORD_TOO_SHORT', message: 'Password too short' })
          await internalAdapter.updatePassword(user.id, await password.hash(newPassword))
          await internalAdapter.deleteUserSessions(user.id)
        }
        const session = await internalAdapter.createSession(user.id)
        await setSessionCookie(ctx, { session, user })
        return ctx.json({ token: session.token, user: { id: user.id, email: user.email } })
      }),
    },
  }
}

function isOpenedBy({ id, kind, createdAt }: Keyslot, proof: string, now: number): boolean {
  if (kind === 'passphrase' || (kind === 'device' && now - createdAt > PAIRING_MS)) return false
  return id === createHash('sha256').update(Buffer.from(proof, 'base64url')).digest('base64url')
}
