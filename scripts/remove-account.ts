import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { accountIdSchema } from '../sync-server/account/account-id.ts'
import { createAuth } from '../sync-server/account/auth.ts'
import { readConfig } from '../sync-server/config.ts'
import { openStore } from '../sync-server/open-store.ts'

// `npm run remove-account -- EMAIL`: for the owner of a server, with the settings of the server, which may be running. Devices that
// are signed in to the account keep what they hold, and are told at their next exchange that they are signed out.

const silent = () => undefined
const [email, ...rest] = process.argv.slice(2)
if (email === undefined || rest.length > 0)
  exitWith('say which account: npm run remove-account -- somebody@example.org')
const config = readConfig(process.env, resolve(import.meta.dirname, '..'))
if (!config.ok) exitWith(config.failure.join('\n'))
const opened = await openStore(config.value, silent)
if (!opened.ok) exitWith(opened.failure)
const store = opened.value

try {
  // It signs nothing here, so any secret will do.
  const auth = createAuth({
    database: store.auth,
    keyslots: (account) => store.sync.keyslots(account),
    secret: randomBytes(32).toString('base64'),
    log: silent,
    now: Date.now,
  })
  const found = await (await auth.$context).internalAdapter.findUserByEmail(email.toLowerCase())
  if (found === null) exitWith('there is no account with this e-mail address')
  await store.sync.deleteAccount(accountIdSchema.parse(found.user.id))
  console.log('The account and everything of it are removed.')
} finally {
  await store.close()
}

function exitWith(problem: string): never {
  console.error(problem)
  process.exit(1)
}
