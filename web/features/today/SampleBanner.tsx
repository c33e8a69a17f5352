import { useState } from 'react'
import { useDatabase } from '../../store/react.tsx'
import { Banner } from '../../ui/Banner.tsx'
import styles from './SampleBanner.module.css'

/** Made-up data is never taken for a person's own: it says so, and goes in one tap. */
export default function SampleBanner() {
  const db = useDatabase()
  const [trouble, setTrouble] = useState<string>()

  const remove = async () => {
    setTrouble(undefined)
    try {
      const { removeSampleData } = await import('../../store/sample-data.ts')
      const removed = await removeSampleData(db)
      if (!removed.ok) setTrouble(removed.failure.message)
    } catch (error) {
      setTrouble(`It could not be removed. ${error instanceof Error ? error.message : ''}`)
    }
  }

  if (trouble !== undefined) {
    return (
      <Banner tone="danger" action={{ label: 'Try again', run: () => void remove() }}>
        {trouble}
      </Banner>
    )
  }
  return (
    <Banner action={{ label: 'Remove it', run: () => void remove() }}>
      <span className={styles['text']}>This is sample data.</span>
    </Banner>
  )
}
