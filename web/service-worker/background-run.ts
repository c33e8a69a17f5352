import { ENGINE_GLOBAL } from './engine-name.ts'

/** Chromium's own, not in TypeScript's types. */
interface BackgroundEvent extends ExtendableEvent {
  readonly tag: string
}

declare global {
  interface ServiceWorkerGlobalScopeEventMap {
    sync: BackgroundEvent
    periodicsync: BackgroundEvent
  }
  interface ServiceWorkerGlobalScope {
    readonly trustedTypes?: { createPolicy(name: 'default', rules: { createScriptURL(url: string): string }): unknown }
  }
}

/** Whether a file of the build is the script that runs in the background: scripts/build/background-engine.ts. */
export function isEngine(url: string): boolean {
  return /(?:^|\/)background-engine-[^/]+\.js$/.test(url)
}

/**
 * Imports the engine while the service worker is installed: what was imported then, and only that, can be imported again
 * later, with or without a network. Without it the app works offline all the same, so a failure is no reason not to install.
 */
export function keepEngine(scope: ServiceWorkerGlobalScope, url: string): void {
  try {
    importEngine(scope, url)
  } catch (error) {
    console.info('No synchronising in the background until the next version:', error)
  }
}

/** One run of the engine, imported for it. Rejects where it should be asked for again, which the browser then does. */
export async function runEngine(scope: ServiceWorkerGlobalScope, url: string): Promise<void> {
  await engineFunction(scope, url, ENGINE_GLOBAL)()
}

/** A function of the engine, which is imported where it is not there yet. */
export function engineFunction<Value>(
  scope: ServiceWorkerGlobalScope,
  url: string,
  name: string,
): (...values: readonly string[]) => Promise<Value> {
  if (!(name in scope)) importEngine(scope, url)
  const run = Reflect.get(scope, name)
  if (typeof run !== 'function') throw new Error('The background engine has no such function')
  return run
}

let trusting = false

function importEngine(scope: ServiceWorkerGlobalScope, url: string): void {
  const script = new URL(url, location.href)
  if (!trusting) {
    trusting = true
    // The policy of our own origin's pages is the service worker's too: a text is no script's address without this.
    scope.trustedTypes?.createPolicy('default', {
      createScriptURL(asked) {
        if (new URL(asked, location.href).href === script.href) return asked
        throw new TypeError(`A script from elsewhere was refused: ${asked}`)
      },
    })
  }
  scope.importScripts(script.href)
}
