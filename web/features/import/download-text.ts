/** Hands a text to the person as a file, from memory: nothing is asked of any server. */
export function downloadText(name: string, text: string, type = 'text/csv;charset=utf-8'): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has begun by then; at once would take the file away under it in some.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
