import type { Rating } from '../../shared/metric/rating.ts'

/** A rating as a face, for the eye: the word stands beside it. Drawn, because emoji look different on every device. */
export function MoodFace({ rating, size = 28 }: { readonly rating: Rating; readonly size?: number }) {
  const bend = (rating - 3) * 2.6
  const mouth = 15.6 - bend / 4
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" fill="none" stroke="currentColor">
      <circle cx="12" cy="12" r="9.5" strokeWidth="1.6" />
      <path
        d={`M7.8 ${mouth - bend / 4}Q12 ${mouth + bend} 16.2 ${mouth - bend / 4}`}
        strokeWidth="1.8"
        strokeLinecap="round"
      />
      <path d="M9 9.6v.6M15 9.6v.6" strokeWidth="2.4" strokeLinecap="round" />
    </svg>
  )
}
