/** An outcome that may be an expected failure: failures that can happen are values, those that cannot are thrown. */
export type Result<Value, Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure }

export const ok = <Value>(value: Value): Result<Value, never> => ({ ok: true, value })
export const fail = <Failure>(failure: Failure): Result<never, Failure> => ({ ok: false, failure })
