import { openDatabase } from '../store/database.ts'
import { ImportService } from './import-service.ts'

const service = new ImportService((response) => postMessage(response), openDatabase)
addEventListener('message', ({ data }) => void service.receive(data))
