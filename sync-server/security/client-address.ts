import type { Context } from 'hono'

/** The address a connection comes from; undefined where the platform does not say. */
export type RemoteAddress = (context: Context) => string | undefined

/**
 * What requests are counted by where no account is known. Behind a proxy of ours it is the address the proxy saw, which it
 * puts last; what a client may have written before that is not believed. An IPv6 client has a /64 of addresses, which count
 * as one.
 */
export function clientAddress(context: Context, remote: RemoteAddress, behindProxy: boolean): string {
  const forwarded = behindProxy ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  const address = forwarded ?? remote(context) ?? 'unknown'
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  return address.includes(':') ? networkOf(address) : address.slice(0, 64)
}

/** The first 64 bits of an IPv6 address. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : new Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
  return [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) =>
      group
        .slice(0, 4)
        .toLowerCase()
        .replace(/^0+(?=.)/, ''),
    )
    .join(':')
}
