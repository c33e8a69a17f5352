/** The page's main region: where "skip to content" leads and where focus goes when the screen changes. */
export const MAIN_ID = 'main'

export function focusMain(): void {
  document.getElementById(MAIN_ID)?.focus({ preventScroll: true })
}
