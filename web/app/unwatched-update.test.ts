import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { applyWhenUnwatched, OUT_OF_SIGHT_MS } from './unwatched-update.ts'

class FakeElement {
  readonly isContentEditable = false
  readonly #field: boolean
  constructor(field: boolean) {
    this.#field = field
  }
  matches(): boolean {
    return this.#field
  }
}

class FakeDocument extends EventTarget {
  visibilityState = 'visible'
  activeElement = new FakeElement(false)
  dialog: object | null = null
  querySelector() {
    return this.dialog
  }
  show(state: 'visible' | 'hidden') {
    this.visibilityState = state
    this.dispatchEvent(new Event('visibilitychange'))
  }
}

let page: FakeDocument
const apply = vi.fn(async () => {})

beforeEach(() => {
  page = new FakeDocument()
  apply.mockClear()
  vi.useFakeTimers()
  vi.stubGlobal('document', page)
  vi.stubGlobal('HTMLElement', FakeElement)
  vi.stubGlobal('location', { pathname: '/' })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('an update that nobody would see', () => {
  it('waits while the tab is in sight, and until it has been out of sight for a while', () => {
    applyWhenUnwatched(apply, () => false)
    vi.advanceTimersByTime(OUT_OF_SIGHT_MS * 10)
    expect(apply).not.toHaveBeenCalled()
    page.show('hidden')
    vi.advanceTimersByTime(OUT_OF_SIGHT_MS - 1)
    expect(apply).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(apply).toHaveBeenCalledTimes(1)
  })

  it('waits anew when the person comes back in time', () => {
    applyWhenUnwatched(apply, () => false)
    page.show('hidden')
    vi.advanceTimersByTime(OUT_OF_SIGHT_MS - 1)
    page.show('visible')
    vi.advanceTimersByTime(OUT_OF_SIGHT_MS * 10)
    expect(apply).not.toHaveBeenCalled()
  })

  it.each([
    [
      'a field has the focus',
      () => vi.stubGlobal('document', Object.assign(page, { activeElement: new FakeElement(true) })),
    ],
    ['a dialog is open', () => Object.assign(page, { dialog: {} })],
    ['an import is under way', () => vi.stubGlobal('location', { pathname: '/import' })],
  ])('waits while %s', (_, arrange) => {
    arrange()
    page.visibilityState = 'hidden'
    applyWhenUnwatched(apply, () => false)
    vi.advanceTimersByTime(OUT_OF_SIGHT_MS * 3)
    expect(apply).not.toHaveBeenCalled()
  })

  it('waits while something is not saved, and goes on once it is', () => {
    let busy = true
    page.visibilityState = 'hidden'
    applyWhenUnwatched(apply, () => busy)
    vi.advanceTimersByTime(OUT_OF_SIGHT_MS * 3)
    expect(apply).not.toHaveBeenCalled()
    busy = false
    vi.advanceTimersByTime(OUT_OF_SIGHT_MS)
    expect(apply).toHaveBeenCalledTimes(1)
  })

  it('can be called off', () => {
    page.visibilityState = 'hidden'
    applyWhenUnwatched(apply, () => false)()
    vi.advanceTimersByTime(OUT_OF_SIGHT_MS * 3)
    expect(apply).not.toHaveBeenCalled()
  })
})
