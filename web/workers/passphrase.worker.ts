import { answerPassphrase } from './passphrase-service.ts'

addEventListener('message', ({ data }) => postMessage(answerPassphrase(data)))
