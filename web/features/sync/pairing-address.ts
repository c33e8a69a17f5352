/** What a pairing link brought in the part of the address behind `#`, as `#pair=...&email=...`. The code is checked when it is used. */
export function pairingOfAddress(hash: string): { readonly email: string; readonly code: string } | undefined {
  const fragment = new URLSearchParams(hash.slice(1))
  const [code, email] = [fragment.get('pair'), fragment.get('email')]
  return code === null || email === null ? undefined : { email, code }
}
