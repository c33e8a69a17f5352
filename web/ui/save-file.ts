/** Hands a file to the person, from memory: nothing is asked of any server. */
export function saveFile(name: string, file: Blob): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has begun by then; at once would take the file away under it in some.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
