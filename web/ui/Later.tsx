import { Component, type ComponentType, Suspense } from 'react'

interface Props {
  readonly of: ComponentType
}

interface State {
  readonly failed: boolean
}

/** For who looks: a part of the app could not be loaded, and the app goes on without it. */
export function noteMissing(error: unknown): void {
  console.warn('A part of the app is missing until the next start:', error)
}

/**
 * A part of the app that may come when it comes. Nothing is in its place until then, and where it cannot be loaded
 * (no network before the app was stored) the app goes on without it: the next start has it.
 */
export class Later extends Component<Props, State> {
  override state: State = { failed: false }

  static getDerivedStateFromError(): State {
    return { failed: true }
  }

  override componentDidCatch(error: unknown) {
    noteMissing(error)
  }

  override render() {
    const { of: Part } = this.props
    if (this.state.failed) return null
    return (
      <Suspense>
        <Part />
      </Suspense>
    )
  }
}
