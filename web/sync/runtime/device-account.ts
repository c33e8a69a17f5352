import { fail, ok, type Result } from '../../../shared/result/result.ts'
import type { Device } from '../../../shared/sync/messages.ts'
import type { Database } from '../../store/database.ts'
import { readMeta, writeMeta } from '../../store/meta.ts'
import type { MetaRow } from '../../store/rows.ts'
import { readSyncAccount, turnOffSync, turnOnSync } from '../../store/sync-switch.ts'
import type { AccountPorts, FlowProblem, OpenedAccount } from '../account/account-flow.ts'
import { changePassphrase } from '../account/change-passphrase.ts'
import { createAccount } from '../account/create-account.ts'
import { deleteAccount } from '../account/delete-account.ts'
import { acceptPairing, offerPairing } from '../account/pair-device.ts'
import { problemText } from '../account/problem-text.ts'
import { recoverAccount, replaceRecoveryCode } from '../account/recovery.ts'
import { signIn } from '../account/sign-in.ts'
import { startAgain } from '../account/start-again.ts'
import { deviceKeysSchema } from '../vault/device-keys.ts'
import { pairingLink } from '../vault/pairing.ts'
import { problemOfPassphrase } from '../vault/passphrase-quality.ts'
import { codeOf, secretOf } from '../vault/secret-code.ts'

/** Why something did not work; `message` is for the person. */
export interface DeviceAccountProblem {
  readonly kind: FlowProblem['kind'] | 'mistyped-code' | 'storage' | 'off'
  readonly message: string
}

type Outcome<Value> = Promise<Result<Value, DeviceAccountProblem>>

export interface WithPassphrase {
  readonly email: string
  readonly passphrase: string
}

/** What another device is shown. */
export interface ShownPairing {
  readonly slotId: string
  /** For a camera: an address of this app. */
  readonly link: string
  /** For the keyboard. */
  readonly code: string
}

/**
 * The account as the screen of synchronisation uses it: whatever opens a vault turns synchronisation on in this device's
 * database, and whatever leaves turns it off.
 */
export interface DeviceAccount {
  /** The answer is the recovery code, to be shown once. */
  readonly create: (asked: WithPassphrase & { readonly invitation: string }) => Outcome<string>
  /** [V4] Empties an account that nobody can open and starts it again. The answer is the new recovery code. */
  readonly startAgain: (asked: WithPassphrase) => Outcome<string>
  readonly signIn: (asked: WithPassphrase) => Outcome<void>
  /** Sets a new passphrase by the recovery code. */
  readonly recover: (asked: WithPassphrase & { readonly code: string }) => Outcome<void>
  readonly acceptPairing: (asked: { readonly email: string; readonly code: string }) => Outcome<void>
  readonly offerPairing: () => Outcome<ShownPairing>
  readonly withdrawPairing: (slotId: string) => Outcome<void>
  readonly changePassphrase: (asked: { readonly current: string; readonly next: string }) => Outcome<void>
  /** The answer is shown once; codes from before open nothing any more. */
  readonly newRecoveryCode: () => Outcome<string>
  readonly devices: () => Outcome<readonly Device[]>
  readonly revokeDevice: (id: string) => Outcome<void>
  /**
   * [D5] Takes the keys from this device and ends its session; what was logged stays. `told`: the server has heard of it.
   * Where it has not, it still lists this device.
   */
  readonly signOut: () => Outcome<{ readonly told: boolean }>
  /** Deletes what the server holds, and turns synchronisation off here. */
  readonly deleteAccount: (passphrase: string) => Outcome<void>
}

const EMAIL = 'account-email'
const RECOVERY_UNCHECKED = 'recovery-unchecked'

/** The address of the account this device synchronises with, empty where it does not. */
export async function accountEmail(db: Database): Promise<string> {
  const email = await readMeta(db, EMAIL)
  return typeof email === 'string' ? email : ''
}

/** Whether a recovery code was made here and never typed back. */
export async function isRecoveryUnchecked(db: Database): Promise<boolean> {
  return (await readMeta(db, RECOVERY_UNCHECKED)) === true
}

/** The person has shown that they have the code. */
export async function recoveryChecked(db: Database): Promise<void> {
  await writeMeta(db, RECOVERY_UNCHECKED, false)
}

/** `origin`: where the app is, for links to other devices. */
export function deviceAccount(db: Database, ports: AccountPorts, origin: string): DeviceAccount {
  const { client } = ports

  /** Does something with the opened account of this device. */
  async function withAccount<Value>(work: (account: OpenedAccount) => Outcome<Value>): Outcome<Value> {
    const [held, email] = [await readSyncAccount(db), await accountEmail(db)]
    if (held === undefined) return fail({ kind: 'off', message: 'Synchronisation is off on this device.' })
    return work({ accountId: held.account, email, keys: deviceKeysSchema.parse(held.keys) })
  }

  /** All of it or nothing: an account with a code that nobody was shown would call itself safe. */
  async function keep({ accountId, email, keys }: OpenedAccount, noted: readonly MetaRow[] = []): Outcome<void> {
    const kept = await turnOnSync(db, { account: accountId, keys }, [{ name: EMAIL, value: email }, ...noted])
    return kept.ok ? kept : fail({ kind: 'storage', message: kept.failure.message })
  }

  async function keepWithCode(account: OpenedAccount, code: string): Outcome<string> {
    const kept = await keep(account, [{ name: RECOVERY_UNCHECKED, value: true }])
    return kept.ok ? ok(code) : kept
  }

  async function leave(): Outcome<void> {
    const off = await turnOffSync(db)
    if (!off.ok) return fail({ kind: 'storage', message: off.failure.message })
    await db.meta.bulkDelete([EMAIL, RECOVERY_UNCHECKED])
    return ok(undefined)
  }

  return {
    create: async ({ invitation, ...asked }) => {
      const created = await createAccount(ports, invitation === '' ? asked : { ...asked, invitation })
      return created.ok ? keepWithCode(created.value, created.value.recoveryCode) : explained(created)
    },
    startAgain: async (asked) => {
      const created = await startAgain(ports, asked)
      return created.ok ? keepWithCode(created.value, created.value.recoveryCode) : explained(created)
    },
    signIn: async (asked) => {
      const opened = await signIn(ports, asked)
      return opened.ok ? keep(opened.value) : explained(opened)
    },
    recover: async ({ email, passphrase, code }) => {
      const secret = secretOf(code)
      if (!secret.ok) return fail({ kind: 'mistyped-code', message: secret.failure.message })
      const opened = await recoverAccount(ports, { email, secret: secret.value, newPassphrase: passphrase })
      return opened.ok ? keep(opened.value) : explained(opened)
    },
    acceptPairing: async ({ email, code }) => {
      const secret = secretOf(code)
      if (!secret.ok) return fail({ kind: 'mistyped-code', message: secret.failure.message })
      const opened = await acceptPairing(ports, { email, secret: secret.value })
      return opened.ok ? keep(opened.value) : explained(opened)
    },
    offerPairing: () =>
      withAccount(async (account) => {
        const offered = await offerPairing(ports, account)
        if (!offered.ok) return explained(offered)
        const { slotId, secret } = offered.value
        return ok({ slotId, link: pairingLink(origin, offered.value), code: codeOf(secret) })
      }),
    withdrawPairing: async (slotId) => explained(await client.deleteKeyslot(slotId)),
    changePassphrase: (asked) =>
      withAccount(async (account) => explained(await changePassphrase(ports, account, asked))),
    newRecoveryCode: () =>
      withAccount(async (account) => {
        const code = await replaceRecoveryCode(ports, account)
        if (!code.ok) return explained(code)
        await writeMeta(db, RECOVERY_UNCHECKED, true)
        return code
      }),
    devices: async () => explained(await client.devices()),
    revokeDevice: async (id) => explained(await client.revokeDevice(id)),
    signOut: async () => {
      const told = await client.signOut()
      const left = await leave()
      return left.ok ? ok({ told: told.ok || told.failure.kind === 'signed-out' }) : left
    },
    deleteAccount: async (passphrase) => {
      const deleted = await deleteAccount(ports, { email: await accountEmail(db), passphrase })
      return deleted.ok ? leave() : explained(deleted)
    },
  }
}

/** A problem with its sentence. */
function explained<Value>(result: Result<Value, FlowProblem>): Result<Value, DeviceAccountProblem> {
  return result.ok ? result : fail({ kind: result.failure.kind, message: problemText(result.failure) })
}

/** What is wrong with a new passphrase, as a sentence, or undefined where it may be used. */
export function passphraseProblem(passphrase: string, email: string): string | undefined {
  return problemOfPassphrase(passphrase, email)?.message
}
