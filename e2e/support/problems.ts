import type { BrowserContext, ConsoleMessage } from '@playwright/test'

/** What went wrong in the pages of a context without a test looking: errors on the console (the policy's among them), uncaught errors, unhandled rejections. */
export class Problems {
  readonly #seen: string[] = []
  readonly #allowed: RegExp[] = []

  watch(context: BrowserContext): void {
    context.on('console', (message) => this.#readConsole(message))
    context.on('weberror', (error) =>
      this.#seen.push(`uncaught: ${error.error().message} ${error.error().stack ?? ''}`),
    )
  }

  /** Problems that match are what the test is about. */
  allow(pattern: RegExp): void {
    this.#allowed.push(pattern)
  }

  /** Those seen so far that no pattern allows. */
  list(): string[] {
    return this.#seen.filter((problem) => !this.#allowed.some((pattern) => pattern.test(problem)))
  }

  #readConsole(message: ConsoleMessage): void {
    const policy = /content.security.policy/i.test(message.text())
    if (message.type() === 'error' || policy) this.#seen.push(`console: ${message.text()} (${message.location().url})`)
  }
}
