import { stat } from 'node:fs/promises'

/** Whether something is there, and is a file. */
export const isFile = async (path: string): Promise<boolean> => (await statOf(path))?.isFile() ?? false

/** Whether something is there, and is a folder. */
export const isFolder = async (path: string): Promise<boolean> => (await statOf(path))?.isDirectory() ?? false

const statOf = (path: string) =>
  stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
    throw error
  })
