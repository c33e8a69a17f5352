import { createHmac, randomBytes } from 'node:crypto'
import type { Auth } from './auth.ts'

/**
 * What a sign-up answers for an address that has an account, of which whoever asks must not learn: the same as for a new
 * one, with a session that leads nowhere. Shape and order as better-auth answers, which a test compares.
 */
export async function decoySignUp(auth: Auth, email: string, now: number): Promise<Response> {
  const { secret, authCookies } = await auth.$context
  const token = randomText(32)
  const at = new Date(now).toISOString()
  const user = {
    name: '',
    email: email.toLowerCase(),
    emailVerified: false,
    image: null,
    createdAt: at,
    updatedAt: at,
    id: randomText(32),
  }
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  const { name, attributes } = authCookies.sessionToken
  const cookie = `${name}=${encodeURIComponent(`${token}.${signature}`)}; Max-Age=${attributes.maxAge}; Path=/; HttpOnly; SameSite=Lax`
  return Response.json({ token, user }, { headers: { 'Set-Cookie': cookie } })
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

/** Looks like an id of better-auth's; it names nothing, so that some letters come a little more often does not matter. */
const randomText = (length: number) =>
  Array.from(randomBytes(length), (byte) => LETTERS[byte % LETTERS.length]).join('')
