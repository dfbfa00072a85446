/** Chance, handed in so that tests can repeat it. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number
  /** Unguessable text of `bytes` bytes in hexadecimal, for ids and tokens. */
  token(bytes: number): string
}
