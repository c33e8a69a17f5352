// File handling is Chromium's and not in TypeScript's DOM types.
interface LaunchParams {
  readonly files?: readonly { getFile(): Promise<File> }[]
}

declare global {
  interface Window {
    readonly launchQueue?: { setConsumer(consumer: (params: LaunchParams) => void): void }
  }
}

/**
 * A file opened with OwnIt from the system's file manager goes where a shared one goes, and `onFile` is called with the screen
 * for it when it is there. `onProblem` gets the sentence to show when the system does not hand the file over.
 */
export function consumeLaunchFiles(onFile: (path: string) => void, onProblem: (text: string) => void): void {
  window.launchQueue?.setConsumer(({ files }) => {
    const handle = files?.[0]
    if (handle === undefined) return
    handle
      .getFile()
      .then(async (file) => {
        const { putIncomingFile, screenFor } = await import('../store/incoming-files.ts')
        await putIncomingFile(file)
        // Each opening is another address, so that a screen that is open already looks again.
        return `${screenFor(file.name)}?opened=${Math.round(performance.now())}`
      })
      .then(onFile)
      .catch((error: unknown) => onProblem(`The file could not be opened: ${String(error)}`))
  })
}
