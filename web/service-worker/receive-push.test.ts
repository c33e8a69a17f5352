import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Notice } from '../reminder/what-to-say.ts'
import { answerNotification, receivePush, type WokenScope } from './receive-push.ts'

const NOTICE: Notice = { title: 'How was today?', body: 'Nothing yet.', path: '/', canLog: true, told: [] }

/** A service worker with an engine that has this to say, as far as pushes use it. */
function world({ notice, endpoint = 'https://fcm.googleapis.com/a', pages = [] }: Given = {}) {
  const say = vi.fn(async (_: string) => notice)
  const showNotification = vi.fn(async (_: string, __: object) => undefined)
  const openWindow = vi.fn(async (_: string) => null)
  const scope = {
    registration: { showNotification, pushManager: { getSubscription: async () => ({ endpoint }) } },
    clients: { matchAll: async () => pages, openWindow },
  } as unknown as WokenScope // As much of one as is used.
  const receive = (text: string) => receivePush(scope, say, { json: () => JSON.parse(text) })
  const answer = (action: string, data: unknown = { kind: 'log-today', path: '/' }) => {
    const notification = { close: vi.fn(), data }
    return answerNotification(scope, { action, notification })
  }
  return { say, showNotification, openWindow, receive, answer }
}

interface Given {
  readonly notice?: Notice
  readonly endpoint?: string
  readonly pages?: readonly object[]
}

function page(path: string) {
  const navigate = vi.fn(async () => undefined)
  const own = { url: `https://ownit.example.org${path}`, navigate, focus: vi.fn(async () => own) }
  return own
}

afterEach(() => vi.unstubAllGlobals())

describe('a push', () => {
  it('shows what the engine has to say to its kind, one of a kind at a time, with what can be done', async () => {
    const { say, showNotification, receive } = world({ notice: NOTICE })
    await receive('{"kind":"log-today","title":"Buy!"}')
    expect(say).toHaveBeenCalledExactlyOnceWith('log-today')
    expect(showNotification).toHaveBeenCalledExactlyOnceWith('How was today?', {
      body: 'Nothing yet.',
      tag: 'log-today',
      icon: '/icons/icon-192.png',
      data: { kind: 'log-today', path: '/' },
      actions: [
        { action: 'log', title: 'Log' },
        { action: 'later', title: 'In 1 hour' },
      ],
    })
  })

  it('with nothing to say shows nothing, but on Apple’s devices, which else would not be woken any more', async () => {
    const silent = world()
    await silent.receive('{"kind":"log-today"}')
    expect(silent.showNotification).not.toHaveBeenCalled()
    const apple = world({ endpoint: 'https://web.push.apple.com/QN' })
    await apple.receive('{"kind":"log-today"}')
    expect(apple.showNotification.mock.calls[0]?.[1]).toMatchObject({ body: 'Nothing to do right now.' })
    const other = world({ endpoint: 'https://example.org/web.push.apple.com/' })
    await other.receive('{"kind":"log-today"}')
    expect(other.showNotification).not.toHaveBeenCalled()
  })

  it.each(['', 'hello', '[]', 'null', '7', '{"kind":7}', '{}'])('that is no wake-up asks nobody: %j', async (text) => {
    const { say, receive } = world({ notice: NOTICE })
    await receive(text)
    expect(say).not.toHaveBeenCalled()
  })
})

describe('a notification that is answered', () => {
  it('asks the server to come again later, by its kind alone', async () => {
    const asked = vi.fn(async (_: string, __: RequestInit) => Response.json({}))
    vi.stubGlobal('fetch', asked)
    const { answer, openWindow } = world()
    await answer('later')
    expect(asked.mock.calls[0]?.[0]).toBe('/api/push/later')
    expect(asked.mock.calls[0]?.[1]).toMatchObject({ method: 'POST', body: '{"kind":"log-today"}' })
    expect(openWindow).not.toHaveBeenCalled()
  })

  it('opens the screen that it is about, in a window that is there where one is', async () => {
    const none = world()
    await none.answer('')
    expect(none.openWindow).toHaveBeenCalledExactlyOnceWith('/')
    const [history, today] = [page('/history'), page('/')]
    const there = world({ pages: [history, today] })
    await there.answer('log')
    expect(today.focus).toHaveBeenCalled()
    expect([today.navigate, history.focus, there.openWindow].some((each) => each.mock.calls.length > 0)).toBe(false)
    const elsewhere = page('/history')
    await world({ pages: [elsewhere] }).answer('', { kind: 'new-risk', path: '/insights' })
    expect(elsewhere.navigate).toHaveBeenCalledExactlyOnceWith('/insights')
  })
})
