import { Component, type ComponentType, Suspense } from 'react'

interface Props {
  readonly of: ComponentType
}

interface State {
  readonly failed: boolean
}

/**
 * A part of the shell that may come when it comes. Nothing is in its place until then, and where it cannot be loaded
 * (no network before the app was stored) the app goes on without it: the next start has it.
 */
export class Later extends Component<Props, State> {
  override state: State = { failed: false }

  static getDerivedStateFromError(): State {
    return { failed: true }
  }

  override componentDidCatch(error: unknown) {
    console.warn('A part of the shell is missing until the next start:', error)
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
