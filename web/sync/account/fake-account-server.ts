import { base64urlnopad } from '@scure/base'
import * as z from 'zod/mini'
import { PROBLEM_CODES } from '../../../shared/sync/account.ts'
import { type Keyslot, keyslotDraftSchema } from '../../../shared/sync/messages.ts'

interface Account {
  readonly id: string
  readonly email: string
  password: string
  readonly slots: Map<string, Keyslot>
  readonly sessions: Set<object>
}

/** What becomes of a request on its way: nothing, or it never arrives, or its answer does not. */
export type Fate = 'arrives' | 'request-lost' | 'answer-lost'

export type FakeFetch = (url: string, init: RequestInit) => Promise<Response>

/** For tests: accounts and keyslots as the server keeps them, in memory. Each browser has a session of its own. */
export class FakeAccountServer {
  readonly accounts = new Map<string, Account>()
  /** Everything that was ever sent, as one text. */
  heard = ''
  signUp: 'open' | 'closed' | 'invitation' = 'open'
  #now = 0

  /** A browser's fetch. `fate` is asked with the number of the request, from 0. */
  browser(fate: (request: number) => Fate = () => 'arrives'): FakeFetch & { readonly sent: () => number } {
    const browser = {}
    let requests = 0
    const fetch = async (url: string, init: RequestInit): Promise<Response> => {
      const fated = fate(requests++)
      if (fated === 'request-lost') throw new TypeError('Failed to fetch')
      const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
      this.heard += `${url} ${JSON.stringify(init)}\n`
      const response = await this.#answer(`${init.method} ${url}`, body, browser)
      if (fated === 'answer-lost') throw new TypeError('Failed to fetch')
      return response
    }
    return Object.assign(fetch, { sent: () => requests })
  }

  async #answer(route: string, body: unknown, browser: object): Promise<Response> {
    this.#now += 1
    const path = route.split('?')[0]
    if (path === 'POST /api/auth/sign-up/email') return this.#signUp(credentials.parse(body), browser)
    if (path === 'POST /api/auth/sign-in/email') return this.#signIn(credentials.parse(body), browser)
    if (path === 'POST /api/auth/sign-in/code') return this.#signInByCode(code.parse(body), browser)
    const account = this.#accountOf(browser)
    if (path === 'GET /api/auth/get-session') return answer(account === undefined ? null : { user: account })
    if (account === undefined) return problem(401, PROBLEM_CODES.signedOut)
    switch (path) {
      case 'POST /api/auth/sign-out':
        account.sessions.delete(browser)
        return answer({})
      case 'POST /api/auth/change-password': {
        const { currentPassword, newPassword } = change.parse(body)
        if (currentPassword !== account.password) return problem(400, 'INVALID_PASSWORD')
        this.#setPassword(account, newPassword, browser)
        return answer({})
      }
      case 'GET /api/vault/keyslots':
        return answer({ keyslots: [...account.slots.values()] })
      case 'PUT /api/vault/keyslots': {
        const slot = keyslotDraftSchema.parse(body)
        account.slots.set(slot.id, { ...slot, createdAt: this.#now })
        return answer({})
      }
      case 'DELETE /api/vault/keyslots':
        return account.slots.delete(decodeURIComponent(route.split('?id=')[1] ?? '')) ? answer({}) : problem(404, '')
      case 'DELETE /api/account':
        if (password.parse(body).password !== account.password) return problem(403, PROBLEM_CODES.wrongPassword)
        this.accounts.delete(account.email)
        return answer({})
      default:
        return problem(404, '')
    }
  }

  #signUp({ email, password }: Credentials, browser: object): Response {
    if (this.signUp === 'closed') return problem(403, PROBLEM_CODES.signUpClosed)
    if (this.signUp === 'invitation') return problem(403, PROBLEM_CODES.signUpCode)
    const known = this.accounts.get(email)
    // As our server does it: whoever knows the password is in, whoever does not learns nothing.
    if (known !== undefined) return known.password === password ? this.#enter(known, browser) : answer({ user: decoy })
    const account = { id: `id-of-${email}`, email, password, slots: new Map(), sessions: new Set<object>() }
    this.accounts.set(email, account)
    return this.#enter(account, browser)
  }

  #signIn({ email, password }: Credentials, browser: object): Response {
    const account = this.accounts.get(email)
    return account?.password === password ? this.#enter(account, browser) : problem(401, 'INVALID_EMAIL_OR_PASSWORD')
  }

  async #signInByCode({ email, proof, newPassword }: z.infer<typeof code>, browser: object): Promise<Response> {
    const account = this.accounts.get(email)
    const hash = await crypto.subtle.digest('SHA-256', new Uint8Array(base64urlnopad.decode(proof)))
    const slot = account?.slots.get(base64urlnopad.encode(new Uint8Array(hash)))
    if (account === undefined || slot === undefined) return problem(401, 'INVALID_EMAIL_OR_PASSWORD')
    if (newPassword !== undefined) this.#setPassword(account, newPassword, browser)
    return this.#enter(account, browser)
  }

  #setPassword(account: Account, newPassword: string, browser: object): void {
    account.password = newPassword
    account.sessions.clear()
    account.sessions.add(browser)
  }

  #enter(account: Account, browser: object): Response {
    for (const { sessions } of this.accounts.values()) sessions.delete(browser)
    account.sessions.add(browser)
    return answer({ user: { id: account.id, email: account.email } })
  }

  #accountOf(browser: object): Account | undefined {
    return [...this.accounts.values()].find(({ sessions }) => sessions.has(browser))
  }
}

const decoy = { id: 'decoy', email: 'decoy@example.org' }
const credentials = z.object({ email: z.string(), password: z.string() })
type Credentials = z.infer<typeof credentials>
const code = z.object({ email: z.string(), proof: z.string(), newPassword: z.optional(z.string()) })
const change = z.object({ currentPassword: z.string(), newPassword: z.string() })
const password = z.object({ password: z.string() })

const answer = (body: unknown) => Response.json(body)
const problem = (status: number, said: string) => Response.json({ error: 'no', code: said }, { status })
