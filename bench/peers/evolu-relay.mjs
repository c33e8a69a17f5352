import { createRun } from '@evolu/common'
import { createRelayDeps, startRelay } from '@evolu/nodejs'

/** `node evolu-relay.mjs PORT`: Evolu's own relay, on a SQLite file in the working folder; says when it listens. */
const run = createRun({ ...createRelayDeps() })
await run.orThrow(startRelay({ port: Number(process.argv[2]), isOwnerWithinQuota: () => true }))
process.stdout.write('listening\n')
