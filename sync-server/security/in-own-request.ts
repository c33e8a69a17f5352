/**
 * What another request may call so that `run` happens here, a moment later. On Cloudflare Workers a request must not touch what
 * belongs to another one, and may resolve its promise.
 */
export function inOwnRequest(run: () => void): () => void {
  const { promise, resolve } = Promise.withResolvers<void>()
  void promise.then(run)
  return resolve
}
