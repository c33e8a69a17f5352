import { useMemo } from 'react'
import { useDatabase } from '../../store/react.tsx'
import { accountClient } from '../../sync/account/account-client.ts'
import { type DeviceAccount, deviceAccount } from '../../sync/runtime/device-account.ts'
import { argon2InWorker } from '../../workers/passphrase-client.ts'

/** The account of this device, over this page's own server. */
export function useDeviceAccount(): DeviceAccount {
  const db = useDatabase()
  return useMemo(
    () =>
      deviceAccount(
        db,
        {
          client: accountClient({ fetch: (url, init) => fetch(url, init) }),
          argon2: argon2InWorker(),
          randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
        },
        location.origin,
      ),
    [db],
  )
}
