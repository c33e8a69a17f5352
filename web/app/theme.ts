export type Theme = 'auto' | 'light' | 'dark'

/**
 * Puts the chosen theme on the page, and where `public/theme.js` finds it before the next first paint: the profile is in
 * the database, which answers too late for that.
 */
export function applyTheme(theme: Theme): void {
  if (theme === 'auto') {
    delete document.documentElement.dataset['theme']
    localStorage.removeItem('theme')
    return
  }
  document.documentElement.dataset['theme'] = theme
  localStorage.setItem('theme', theme)
}
