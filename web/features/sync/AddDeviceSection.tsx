import { Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { DeviceAccount, ShownPairing } from '../../sync/runtime/device-account.ts'
import { qrPath } from '../../sync/runtime/qr-path.ts'
import { Button } from '../../ui/Button.tsx'
import { Section } from './Section.tsx'
import styles from './sync.module.css'
import { useAsking } from './use-asking.ts'

export interface AddDeviceSectionProps {
  readonly account: DeviceAccount
}

/** Lets another device in, by a picture for its camera or a code. */
export function AddDeviceSection({ account }: AddDeviceSectionProps) {
  const [pairing, setPairing] = useState<ShownPairing>()
  const { asking, ask, problem } = useAsking()

  const qr = useMemo(() => (pairing === undefined ? undefined : qrPath(pairing.link)), [pairing])

  const begin = async () => setPairing((await ask('begin', account.offerPairing))?.value)
  const end = async (shown: ShownPairing) => {
    await ask('end', () => account.withdrawPairing(shown.slotId))
    setPairing(undefined)
  }

  return (
    <Section title="Add a device" problem={problem}>
      {pairing === undefined || qr === undefined ? (
        <>
          <p className={styles['soft']}>
            Open OwnIt on the other device at the same address and sign in there. Or let it in from here, without typing
            the passphrase.
          </p>
          <div className={styles['actions']}>
            <Button icon={<Plus aria-hidden="true" />} busy={asking === 'begin'} onClick={() => void begin()}>
              Add a device
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className={styles['soft']}>
            Point the other device’s camera at this, or type the code there under “Code”. It is good for a quarter of an
            hour. Whoever has it gets in, so show it to nobody else.
          </p>
          <svg
            className={styles['qr']}
            role="img"
            aria-label="QR code that lets another device in"
            viewBox={`0 0 ${qr.size} ${qr.size}`}
            shapeRendering="crispEdges"
          >
            <path d={qr.path} fill="currentColor" />
          </svg>
          <p className={styles['code']}>{pairing.code.replaceAll('-', ' ')}</p>
          <div className={styles['actions']}>
            <Button busy={asking === 'end'} onClick={() => void end(pairing)}>
              Done
            </Button>
          </div>
        </>
      )}
    </Section>
  )
}
