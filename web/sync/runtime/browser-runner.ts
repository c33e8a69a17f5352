import '../../store/zod-without-eval.ts'
import { openDatabase } from '../../store/database.ts'
import { httpTransport } from './http-transport.ts'
import { Runner } from './runner.ts'

/** The runner of a worker or service worker, over the browser's own database, network, clocks and locks. */
export function browserRunner(): Runner {
  const db = openDatabase()
  return new Runner({
    db,
    transport: httpTransport({ fetch: (url, init) => fetch(url, init) }),
    locks: navigator.locks,
    clock: { now: db.now, steady: () => performance.now() },
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  })
}
