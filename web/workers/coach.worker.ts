import { openDatabase } from '../store/database.ts'
import { CoachService } from './coach-service.ts'

const service = new CoachService({
  db: openDatabase(),
  sha256: (bytes) => crypto.subtle.digest('SHA-256', bytes),
  send: (response) => postMessage(response),
})
addEventListener('message', ({ data }) => service.receive(data))
