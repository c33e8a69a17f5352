import type { Argon2id } from '../sync/vault/passphrase.ts'
import { passphraseResponse } from './passphrase-messages.ts'

/** What the client needs of a `Worker`. */
export type PassphrasePort = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>

const startWorker = (): PassphrasePort =>
  new Worker(new URL('./passphrase.worker.ts', import.meta.url), { type: 'module' })

/**
 * Argon2id beside the page. Each derivation has a worker of its own, which ends with it, so that its 64 MiB and the
 * passphrase in them are gone. Rejects where the device has not the memory or the worker did not load.
 */
export function argon2InWorker(start: () => PassphrasePort = startWorker): Argon2id {
  return (input) => {
    const port = start()
    const derived = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
      port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        const said = passphraseResponse.parse(data)
        if (said.kind === 'derived') resolve(said.bytes)
        else reject(new Error(said.message))
      })
      port.addEventListener('error', ({ message }) =>
        reject(new Error(message === '' ? 'The passphrase worker failed.' : message)),
      )
      port.postMessage(input)
    })
    return derived.finally(() => port.terminate())
  }
}
