import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type PageHistory, sheetHistory } from './sheet-history.ts'

interface Entry {
  readonly state: unknown
  readonly href: string
}

/**
 * A browser tab on `/`, which carries a step out when it is told to, as a browser does some time later. Chromium counts
 * the step from where it was asked for, others from where the page is by then.
 */
class Tab implements PageHistory {
  readonly #counted: 'when asked' | 'when carried out'
  readonly #listeners: { readonly type: string; readonly listen: () => void }[] = []
  readonly #steps: { readonly from: number; readonly delta: number }[] = []
  #entries: Entry[] = [{ state: null, href: '/' }]
  #at = 0

  readonly location = { href: '/' }
  readonly history = {
    state: null as unknown,
    pushState: (state: unknown, _: string, href: string | URL | null = this.location.href) => {
      this.#entries = [...this.#entries.slice(0, this.#at + 1), { state, href: String(href) }]
      this.#arrive(this.#at + 1, 'pushState')
    },
    replaceState: (state: unknown, _: string, href: string | URL | null = this.location.href) => {
      this.#entries[this.#at] = { state, href: String(href) }
      this.#arrive(this.#at, 'replaceState')
    },
    go: (delta = 0) => void this.#steps.push({ from: this.#at, delta }),
  }

  constructor(counted: 'when asked' | 'when carried out') {
    this.#counted = counted
  }

  addEventListener(type: string, listen: () => void): void {
    this.#listeners.push({ type, listen })
  }

  /** Carries out the steps that were asked for, and those asked for by that. */
  carryOut(): void {
    for (let step = this.#steps.shift(); step !== undefined; step = this.#steps.shift()) {
      this.#arrive((this.#counted === 'when asked' ? step.from : this.#at) + step.delta, 'popstate')
    }
  }

  /** The person's back button. */
  back(): void {
    this.history.go(-1)
    this.carryOut()
  }

  get stepsAsked(): readonly number[] {
    return this.#steps.map(({ delta }) => delta)
  }

  /** The addresses before and of the entry at hand, the oldest first. */
  get behind(): readonly string[] {
    return this.#entries.slice(0, this.#at + 1).map(({ href }) => href)
  }

  #arrive(at: number, type: string): void {
    const entry = this.#entries[at]
    if (entry === undefined) throw new Error('the step leads out of the app')
    this.#at = at
    this.history.state = entry.state
    this.location.href = entry.href
    for (const listener of this.#listeners) if (listener.type === type) listener.listen()
  }
}

let tab: Tab
let enter: ReturnType<typeof sheetHistory>
const turn = () => Promise.resolve()

/** A sheet on the page. The back button closes it. */
async function openSheet() {
  const onBack = vi.fn(() => close())
  const close = enter(onBack)
  await turn()
  return { onBack, close }
}

const start = (counted: 'when asked' | 'when carried out') => {
  tab = new Tab(counted)
  enter = sheetHistory(tab)
}
beforeEach(() => start('when asked'))

describe('the back button', () => {
  it('closes what is open and leaves the page where it is', async () => {
    const { onBack } = await openSheet()
    expect(tab.behind).toEqual(['/', '/'])
    tab.back()
    await turn()
    expect(onBack).toHaveBeenCalledOnce()
    expect(tab.behind).toEqual(['/'])
    expect(tab.stepsAsked).toEqual([])
  })

  it('closes of two only the one on top', async () => {
    const below = await openSheet()
    const above = await openSheet()
    tab.back()
    await turn()
    expect([below.onBack, above.onBack].map(({ mock }) => mock.calls.length)).toEqual([0, 1])
    expect(tab.behind).toEqual(['/', '/'])
  })
})

describe('what closes by other means', () => {
  it('asks for its step back at once, and for one step where two close together', async () => {
    const below = await openSheet()
    const above = await openSheet()
    above.close()
    below.close()
    await turn()
    expect(tab.stepsAsked).toEqual([-2])
    tab.carryOut()
    expect(tab.behind).toEqual(['/'])
  })

  it('asks for none where it opens again within the same task, as in development', async () => {
    const close = enter(vi.fn())
    close()
    await openSheet()
    expect(tab.behind).toEqual(['/', '/'])
    expect(tab.stepsAsked).toEqual([])
  })

  it('asks for none where a link was followed from inside', async () => {
    const { close } = await openSheet()
    tab.history.pushState(null, '', '/mood')
    close()
    await turn()
    expect(tab.stepsAsked).toEqual([])
  })
})

describe.each(['when asked', 'when carried out'] as const)(
  'before a step back, counted %s, is carried out',
  (counted) => {
    beforeEach(() => start(counted))

    it('a sheet that opens stays open, and has an entry of its own afterwards', async () => {
      const first = await openSheet()
      first.close()
      await turn()
      const second = await openSheet()
      tab.carryOut()
      expect(second.onBack).not.toHaveBeenCalled()
      expect(tab.behind).toEqual(['/', '/'])
      tab.back()
      expect(second.onBack).toHaveBeenCalledOnce()
      expect(tab.behind).toEqual(['/'])
    })

    it('a link that is followed is not undone by it, and leads back past the sheet', async () => {
      const { close } = await openSheet()
      close()
      await turn()
      tab.history.pushState(null, '', '/?log=first')
      tab.history.replaceState(null, '', '/mood')
      tab.carryOut()
      await turn()
      expect(tab.behind).toEqual(['/', '/mood'])
      expect(tab.stepsAsked).toEqual([])
    })

    it('an address that is spelled anew is kept, whatever stood in the state of the entry', async () => {
      const { close } = await openSheet()
      close()
      await turn()
      tab.history.replaceState(tab.history.state, '', '/?day=2026-11-22')
      tab.carryOut()
      await turn()
      expect(tab.behind).toEqual(['/?day=2026-11-22'])
      expect(tab.stepsAsked).toEqual([])
    })
  },
)
