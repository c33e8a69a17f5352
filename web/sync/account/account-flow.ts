import type { Result } from '../../../shared/result/result.ts'
import type { DeviceKeys } from '../vault/device-keys.ts'
import type { Argon2id } from '../vault/passphrase.ts'
import type { RandomBytes } from '../vault/vault-key.ts'
import type { AccountClient } from './account-client.ts'
import type { AccountProblem } from './account-problem.ts'

/** What the flows need from outside. */
export interface AccountPorts {
  readonly client: AccountClient
  readonly argon2: Argon2id
  readonly randomBytes: RandomBytes
}

/** An account whose vault this device has opened, and the keys to keep. */
export interface OpenedAccount {
  readonly accountId: string
  /** As the account knows it: in lower case. */
  readonly email: string
  readonly keys: DeviceKeys
}

/** Why a vault stays shut though the server let the device in. */
export type FlowProblem =
  | AccountProblem
  /** The account has no keyslot at all: it was never finished, and nothing is sealed that could be opened. */
  | { readonly kind: 'no-vault' }
  /** None of its keyslots opens with what was given. */
  | { readonly kind: 'vault-shut' }

export type Flow<Value> = Promise<Result<Value, FlowProblem>>
