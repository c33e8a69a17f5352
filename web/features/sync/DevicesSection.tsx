import { Laptop } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import type { Device } from '../../../shared/sync/messages.ts'
import type { DeviceAccount } from '../../sync/runtime/device-account.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { agoText } from './duration-text.ts'
import { Section } from './Section.tsx'
import styles from './sync.module.css'
import { useAsking } from './use-asking.ts'
import { useNow } from './use-now.ts'

export interface DevicesSectionProps {
  readonly account: DeviceAccount
  /** [C4] What has to be added to this device's clock, in ms. */
  readonly clockOffset: number
}

/** The devices that are signed in, each but this one with a way to sign it out. */
export function DevicesSection({ account, clockOffset }: DevicesSectionProps) {
  // By the server's clock, which says when each was seen.
  const now = useNow() + clockOffset
  const [devices, setDevices] = useState<readonly Device[]>()
  const [asked, setAsked] = useState<Device>()
  const { asking, ask, problem } = useAsking()

  const load = useCallback(async () => {
    const held = await ask('load', account.devices)
    if (held !== undefined) setDevices(held.value)
  }, [account, ask])
  useEffect(() => void load(), [load])

  const revoke = async (device: Device) => {
    await ask('revoke', () => account.revokeDevice(device.id))
    setAsked(undefined)
    await load()
  }

  return (
    <Section title="Devices" problem={problem}>
      {devices === undefined && problem === undefined && <Skeleton height={64} />}
      <ul>
        {devices?.map((device) => (
          <li key={device.id} className={styles['row']}>
            <div>
              <p>{device.name}</p>
              <p className={styles['soft']}>
                {device.current ? 'This device' : `Last seen ${agoText(now - device.lastSeenAt)}`}
              </p>
            </div>
            {!device.current && (
              <Button
                aria-label={`Sign out ${device.name}`}
                icon={<Laptop aria-hidden="true" />}
                onClick={() => setAsked(device)}
              >
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
      {problem !== undefined && (
        <div className={styles['actions']}>
          <Button busy={asking === 'load'} onClick={() => void load()}>
            Try again
          </Button>
        </div>
      )}
      <ConfirmDialog
        open={asked !== undefined}
        title={`Sign out ${asked?.name ?? ''}?`}
        confirmLabel="Sign it out"
        busy={asking === 'revoke'}
        onConfirm={() => {
          if (asked !== undefined) void revoke(asked)
        }}
        onCancel={() => setAsked(undefined)}
      >
        <p>
          It gets nothing new and sends nothing more. What it holds stays on it: for a device that was stolen, change
          the passphrase too.
        </p>
      </ConfirmDialog>
    </Section>
  )
}
