import { COACH_LIMITS } from '../../shared/coach/limits.ts'

/** A piece of a reply that may be passed on. */
export interface Piece {
  readonly text: string
  /** That of the frame which the piece ends with. */
  readonly cursor?: number
}

/**
 * A reply as it grows, frame by frame. Services cut text where they like, also between the halves of a surrogate pair, which JSON
 * carries and UTF-8 does not: a frame that ends in half a pair is held back whole until the next one, so that the cursor of what has
 * been passed on never stands inside a character. Halves that stay alone become U+FFFD.
 */
export class Reply {
  #text: string
  #bytes: number
  #held = ''
  #full = false

  /** `partial`: what an earlier reader has passed on. */
  constructor(partial = '') {
    this.#text = partial
    this.#bytes = bytesOf(partial)
  }

  /** All pieces so far, joined. */
  get text(): string {
    return this.#text
  }

  /** Nothing more is taken: the reply is as long as one may be. */
  get full(): boolean {
    return this.#full
  }

  /** Takes the text of a frame, and answers what may be passed on now. */
  add(text: string, cursor?: number): Piece | undefined {
    const joined = this.#held + text
    const isCut = isHighSurrogate(joined.charCodeAt(joined.length - 1))
    this.#held = isCut ? joined : ''
    return isCut ? undefined : this.#pass(joined, cursor)
  }

  /** The reply is over: answers what was held back. */
  end(): Piece | undefined {
    const held = this.#held
    this.#held = ''
    return this.#pass(held, undefined)
  }

  /** The reply broke off, and is read again from the last cursor. */
  drop(): void {
    this.#held = ''
  }

  #pass(raw: string, cursor: number | undefined): Piece | undefined {
    const text = this.#fitting(raw.toWellFormed())
    if (text === '') return undefined
    this.#text += text
    return cursor === undefined ? { text } : { text, cursor }
  }

  #fitting(text: string): string {
    if (this.#full) return ''
    const bytes = bytesOf(text)
    if (this.#bytes + bytes <= COACH_LIMITS.replyBytes) {
      this.#bytes += bytes
      return text
    }
    this.#full = true
    let fitting = ''
    for (const character of text) {
      this.#bytes += bytesOf(character)
      if (this.#bytes > COACH_LIMITS.replyBytes) break
      fitting += character
    }
    return fitting
  }
}

const bytesOf = (text: string) => Buffer.byteLength(text)
const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
