/** Where a server listens. */
export interface ListenAddress {
  readonly port: number
  /** A name or an address of this machine. */
  readonly host: string
}

/** Says, for the person who starts the server, why it cannot listen; `PORT` and `HOST` are named with `prefix` before them. */
export function listenProblem(error: NodeJS.ErrnoException, { port, host }: ListenAddress, prefix = ''): string {
  const [PORT, HOST] = [`${prefix}PORT`, `${prefix}HOST`]
  switch (error.code) {
    case 'EADDRINUSE':
      return `${PORT} ${port} is already in use on ${host}: stop what runs there, or set ${PORT} to another number`
    case 'EACCES':
      return `${PORT} ${port} needs more rights than this user has: set ${PORT} to a number above 1023`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${HOST} ${host} is no address of this machine: set ${HOST} to 127.0.0.1 (this machine only) or 0.0.0.0 (all)`
    default:
      return `cannot listen on ${host}:${port}: ${error.message}`
  }
}
