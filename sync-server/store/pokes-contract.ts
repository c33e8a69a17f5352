import { expect, it, vi } from 'vitest'
import { newAccount, type Subject } from './contract-subject.ts'

/** Who hears a poke. */
export function describePokes(subject: () => Subject): void {
  it("reach an account's listeners on every process, and nobody else's", async () => {
    const { store, otherProcess = store } = subject()
    const [account, other] = [await newAccount(store), await newAccount(store)]
    const heard: string[] = []
    const stops = [
      store.pokes.subscribe(account, () => heard.push('here')),
      otherProcess.pokes.subscribe(account, () => heard.push('there')),
      store.pokes.subscribe(other, () => heard.push('other')),
    ]
    store.pokes.publish(account)
    await vi.waitFor(() => expect(heard).toEqual(inAnyOrder('here', 'there')))
    otherProcess.pokes.publish(other)
    await vi.waitFor(() => expect(heard).toEqual(inAnyOrder('here', 'there', 'other')))
    for (const stop of stops) stop()
  })

  it('are not heard by who has stopped listening', async () => {
    const { store } = subject()
    const account = await newAccount(store)
    const heard: string[] = []
    const listener = () => heard.push('stopped')
    const stop = store.pokes.subscribe(account, listener)
    const stopLast = store.pokes.subscribe(account, () => heard.push('last'))
    stop()
    stop()
    store.pokes.publish(account)
    await vi.waitFor(() => expect(heard).toContain('last'))
    expect(heard).toEqual(['last'])
    stopLast()
  })
}

/** Once each. */
const inAnyOrder = (...all: string[]) =>
  expect.toSatisfy((heard: string[]) => heard.length === all.length && all.every((one) => heard.includes(one)))
