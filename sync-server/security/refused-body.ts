/**
 * So much of a body that is refused is read and forgotten, in bytes. An answer that comes while somebody still sends is often
 * not seen: their connection breaks, or a proxy between says 500. More than this is not waited for.
 */
export const READ_OF_REFUSED = 4 * 1024 * 1024

/** Reads and forgets a body of no more than `READ_OF_REFUSED`; what is longer it does not begin. Never throws. */
export async function forgetBody(body: Request['body'], bytes: number): Promise<void> {
  if (body === null || bytes > READ_OF_REFUSED) return
  let left = READ_OF_REFUSED
  try {
    for await (const chunk of body) {
      left -= chunk.length
      if (left < 0) return
    }
  } catch {
    // The connection broke: nobody reads the answer.
  }
}
