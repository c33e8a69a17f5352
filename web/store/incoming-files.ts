import { isCardFile } from '../../shared/score-card/file-name.ts'

/**
 * The file another app shared, the system opened or the person chose, on its way to the screen for it. In Cache Storage,
 * because the service worker puts it there before any page is open, and so that a reload does not lose it.
 */
const CACHE = 'incoming-files'
const KEY = '/incoming-file'
const NAME_HEADER = 'x-file-name'
const MODIFIED_HEADER = 'x-file-modified'

/** The screen that takes a file in, by the file's name: score cards go to the leagues, all others to the import wizard. */
export const screenFor = (fileName: string): '/community' | '/import' =>
  isCardFile(fileName) ? '/community' : '/import'

/** Keeps the file, in place of one kept before. Throws what Cache Storage throws: no room, or storage turned off. */
export async function putIncomingFile(file: File): Promise<void> {
  const cache = await caches.open(CACHE)
  const headers = {
    'content-type': file.type,
    // A header holds Latin-1 only, a file's name any character.
    [NAME_HEADER]: encodeURIComponent(file.name),
    [MODIFIED_HEADER]: String(file.lastModified),
  }
  await cache.put(KEY, new Response(file, { headers }))
}

/** The kept file, or undefined. It stays kept until `clearIncomingFile`, so an import that was broken off can go on. */
export async function takeIncomingFile(): Promise<File | undefined> {
  const cache = await caches.open(CACHE)
  const response = await cache.match(KEY)
  if (response === undefined) return undefined
  const name = decodeURIComponent(response.headers.get(NAME_HEADER) ?? 'file')
  const lastModified = Number(response.headers.get(MODIFIED_HEADER) ?? 0)
  return new File([await response.blob()], name, { type: response.headers.get('content-type') ?? '', lastModified })
}

export async function clearIncomingFile(): Promise<void> {
  await caches.delete(CACHE)
}
