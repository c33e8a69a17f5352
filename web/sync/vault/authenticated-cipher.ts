/** Bytes of an initialisation vector, as AES-GCM wants them. */
export const IV_BYTES = 12

/** Bytes of the tag, which stands at the end of the ciphertext. */
export const TAG_BYTES = 16

/** Encrypts with AES-256-GCM. The vector must never be used twice with one key: it is 96 random bits. */
export async function encrypt(
  key: CryptoKey,
  iv: Uint8Array<ArrayBuffer>,
  additionalData: Uint8Array<ArrayBuffer>,
  plainText: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plainText))
}

/** What was encrypted, or undefined where key, vector, additional data or a single bit differ from what it was made with. */
export async function decrypt(
  key: CryptoKey,
  iv: Uint8Array<ArrayBuffer>,
  additionalData: Uint8Array<ArrayBuffer>,
  cipherText: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, cipherText))
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return undefined
    throw error
  }
}
