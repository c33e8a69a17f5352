import { Component, type ReactNode } from 'react'
import { Banner } from '../ui/Banner.tsx'

interface Props {
  readonly children: ReactNode
}

interface State {
  readonly error: Error | undefined
}

/** A screen that failed says so and offers the way on; the rest of the app, and all data, stay. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: undefined }

  static getDerivedStateFromError(thrown: unknown): State {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) }
  }

  override render() {
    const { error } = this.state
    if (error === undefined) return this.props.children
    return (
      <Banner tone="danger" action={{ label: 'Reload', run: () => location.reload() }}>
        This screen could not be shown: {error.message} Your data is safe on this device.
      </Banner>
    )
  }
}
