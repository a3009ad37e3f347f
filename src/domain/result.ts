/** An expected "no" is a value, a bug is thrown. */
export type Result<Value, No> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: No };

export const ok = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value });

export const refuse = <No>(refusal: No): { readonly ok: false; readonly refusal: No } => ({ ok: false, refusal });
