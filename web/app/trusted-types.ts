// Not in TypeScript's DOM types, and not in every browser.
interface TrustedTypes {
  createPolicy(name: 'default', rules: { createScriptURL(url: string): string }): unknown
}

declare global {
  interface Window {
    readonly trustedTypes?: TrustedTypes
  }
}

/**
 * Lets workers and the service worker start from our own origin. The page's policy refuses every other string that would
 * become code or markup, so text that slips into the page cannot run. Called once, as the app starts.
 */
export function trustOwnScripts(): void {
  window.trustedTypes?.createPolicy('default', {
    createScriptURL(url) {
      if (new URL(url, location.href).origin === location.origin) return url
      throw new TypeError(`A script from elsewhere was refused: ${url}`)
    },
  })
}
