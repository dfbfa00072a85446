/** What was asked for, or everything that stands against it, each in one sentence. */
export type Checked<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: readonly string[] }

export function good<Value>(value: Value): Checked<Value> {
  return { ok: true, value }
}

export function bad(...problems: readonly string[]): Checked<never> {
  return { ok: false, problems }
}
