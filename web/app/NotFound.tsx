import { MapPinOff } from 'lucide-react'
import { Link } from 'wouter'
import { buttonClass } from '../ui/button-class.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'

export default function NotFound() {
  return (
    <>
      <PageHeader title="Nothing here" />
      <EmptyState
        icon={<MapPinOff />}
        title="No screen has this address."
        action={
          <Link href="/" className={buttonClass('primary')}>
            Go to Today
          </Link>
        }
      />
    </>
  )
}
