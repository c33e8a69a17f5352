import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** When in a push: before anything of it is written, with all of it written and not committed, or committed and not answered. */
export type Moment = 'arrived' | 'written' | 'committed'

/** Where a moment is kept, beside the server's data. */
export const momentFile = (dataDir: string): string => join(dataDir, '../die-at')

/** The next push to the server with these data is the last thing it does. */
export function askToDie(dataDir: string, at: Moment): void {
  writeFileSync(momentFile(dataDir), at)
}

/** Whether that is still to come. */
export const isToDie = (dataDir: string): boolean => existsSync(momentFile(dataDir))
