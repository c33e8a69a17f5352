import { randomBytes } from 'node:crypto'

/** [S6] A new identity for a server's data: 22 characters that no other server has. */
export const newEpoch = (): string => randomBytes(16).toString('base64url')
