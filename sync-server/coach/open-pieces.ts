import type { SealedPiece } from '../store/coach-port.ts'
import type { Piece, TurnEnding, TurnSeal } from './turn-seal.ts'

/** What pieces hold together. */
export async function openPieces(seal: TurnSeal, pieces: readonly SealedPiece[]): Promise<Piece> {
  const opened = await Promise.all(pieces.map((piece) => seal.open(piece)))
  const end = opened.at(-1)?.end
  const text = opened.map((piece) => piece.text).join('')
  return end === undefined ? { text } : { text, end }
}

/** How a turn ended that was stopped while nobody ran it, so that nobody with its key could say so. */
export const stoppedEnding: TurnEnding = {
  type: 'error',
  code: 'cancelled',
  retryable: false,
  accepted: 'unknown',
  partial: '',
}
