/** Asks the browser to keep the data for good. Answers what it said; false too where it cannot be asked. */
export async function askToKeep(): Promise<boolean> {
  // Absent in insecure contexts and in older WebKit, whatever the type says.
  if (!('storage' in navigator) || !('persist' in navigator.storage)) return false
  return navigator.storage.persist()
}
