import { ImportService } from './import-service.ts'
import { IMPORT_LOCK } from './lock-names.ts'

// Shared: two tabs that import do not wait for each other. Absent where the page came over plain HTTP.
const busily = (work: () => Promise<unknown>) =>
  'locks' in navigator ? navigator.locks.request(IMPORT_LOCK, { mode: 'shared' }, work) : work()

const service = new ImportService(
  (response) => postMessage(response),
  async () => (await import('./import-store.ts')).openImportStore(),
  busily,
)
addEventListener('message', ({ data }) => void service.receive(data))
