import { useEffect, useState } from 'react'
import { type ConnectionEvent, onConnection } from '../store/store-events.ts'
import { Banner } from '../ui/Banner.tsx'

/** Says when this tab and another are in each other's way. Stands outside the store: until then, it may not open at all. */
export function ConnectionNotice() {
  const [connection, setConnection] = useState<ConnectionEvent | undefined>()
  useEffect(() => onConnection(setConnection), [])
  switch (connection) {
    case undefined:
      return null
    case 'outdated':
      return (
        <Banner tone="warning" action={{ label: 'Reload', run: () => location.reload() }}>
          Another tab runs a newer version of OwnIt. Reload this one to go on; nothing is lost.
        </Banner>
      )
    case 'blocked':
      return (
        <Banner tone="warning">
          Another tab with an older version of OwnIt holds your data open. Close that tab, and this one goes on.
        </Banner>
      )
  }
}
