import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountIdSchema } from '../sync-server/account/account-id.ts'
import { createAuth } from '../sync-server/account/auth.ts'
import { openStore } from '../sync-server/open-store.ts'
import type { Store } from '../sync-server/store/ports.ts'

const silent = () => undefined
let folder: string
let store: Store

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ownit-remove-'))
  const opened = await openStore({ databaseUrl: undefined, migrationUrl: undefined, dataDir: folder }, silent)
  if (!opened.ok) throw new Error(opened.failure)
  store = opened.value
})
afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})

async function signUp(email: string) {
  const auth = createAuth({
    database: store.auth,
    keyslots: (account) => store.sync.keyslots(account),
    secret: 's'.repeat(32),
    log: silent,
    now: Date.now,
  })
  const { user } = await auth.api.signUpEmail({ body: { email, password: 'p'.repeat(43), name: '' } })
  const account = accountIdSchema.parse(user.id)
  await store.sync.putKeyslot(account, { id: 'slot', kind: 'recovery', kdf: null, wrapped: 'AAAA' }, 0)
  return account
}

const run = (...given: string[]) =>
  promisify(execFile)(process.execPath, [join(import.meta.dirname, 'remove-account.ts'), ...given], {
    env: { ...process.env, DATA_DIR: folder, DATABASE_URL: undefined },
  })

describe('removing an account', () => {
  it('takes all of it and nothing of another, while the server runs', async () => {
    const [leaving, staying] = [await signUp('leaving@example.org'), await signUp('staying@example.org')]
    await run('Leaving@Example.org')
    expect(await store.sync.keyslots(leaving)).toEqual([])
    expect(await store.sync.keyslots(staying)).toHaveLength(1)
    await expect(run('leaving@example.org')).rejects.toMatchObject({
      code: 1,
      stderr: 'there is no account with this e-mail address\n',
    })
  })

  it('says how it is used', async () => {
    await expect(run()).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('npm run remove-account') })
  })
})
