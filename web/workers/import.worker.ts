import { ImportService } from './import-service.ts'

const service = new ImportService(
  (response) => postMessage(response),
  async () => (await import('./import-store.ts')).openImportStore(),
)
addEventListener('message', ({ data }) => void service.receive(data))
