import { memoryReplica } from './memory-replica.ts'
import { CONTRACT_START, describeReplica } from './replica-contract.ts'
import { testClock } from './test-device.ts'

describeReplica('in memory', async () => {
  const time = { now: CONTRACT_START }
  const clock = testClock(time)
  const replica = memoryReplica({ now: () => clock.now() })
  replica.turnOn()
  return {
    replica,
    setClockWrong: (ms) => {
      clock.wrong = ms
    },
    pass: (ms) => {
      time.now += ms
    },
    edit: async (collection, id, fields) => {
      replica.edit(collection, id, fields)
    },
    documents: async () => new Map([...replica.documents.values()].map((document) => [document.id, document])),
    turnOff: async () => replica.turnOff(),
  }
})
