import type { Plugin } from 'vite'

/**
 * Collects what the page loads before its first picture: every module that `entry` reaches without a dynamic import.
 * `apart` are modules that an index file names and the first picture does not use.
 * Bundled as one file it compresses about 2 KiB better than as the ten that sharing with lazy screens makes of it.
 */
export function firstLoad(
  entry: RegExp,
  apart: RegExp,
): { readonly plugin: Plugin; readonly includes: (id: string) => boolean } {
  const modules = new Set<string>()
  return {
    // Without the entry itself: an entry of nothing but imports would be taken apart into several scripts of the page,
    // and the one script of a page is what tells which build it runs.
    includes: (id) => modules.has(id) && !apart.test(id) && !entry.test(id),
    plugin: {
      name: 'ownit:first-load',
      apply: 'build',
      buildEnd() {
        const waiting = [...this.getModuleIds()].filter((id) => entry.test(id))
        for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
          if (modules.has(id)) continue
          modules.add(id)
          waiting.push(...(this.getModuleInfo(id)?.importedIds ?? []))
        }
      },
    },
  }
}
