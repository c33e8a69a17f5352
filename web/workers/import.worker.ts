import * as z from 'zod/mini'
import { openDatabase } from '../store/database.ts'
import { ImportService } from './import-service.ts'

// The page's policy allows no eval.
z.config({ jitless: true })

const service = new ImportService((response) => postMessage(response), openDatabase)
addEventListener('message', ({ data }) => void service.receive(data))
