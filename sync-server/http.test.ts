import { describeServer } from './http-contract.ts'
import { serverUnderTest } from './server-under-test.ts'

describeServer('the server on Node with SQLite', (env) => serverUnderTest(env))
