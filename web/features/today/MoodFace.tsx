import type { Rating } from './mood-words.ts'

/** A face drawn in one line, its mouth bent by the rating: a pictograph that looks the same on every device. */
export function MoodFace({ rating }: { readonly rating: Rating }) {
  const bend = (rating - 3) * 2.1
  const mouth = 15.6 - bend / 4
  return (
    <svg viewBox="0 0 24 24" width="28" height="28" aria-hidden="true" fill="none" stroke="currentColor">
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
