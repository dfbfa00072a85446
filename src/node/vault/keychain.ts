/**
 * What we use of an operating system's keychain; keytar is one. Its list of credentials is left alone: on Linux it ends
 * the whole program when an entry is locked (keytar_posix.cc reads a secret that is not there).
 */
export interface Keychain {
  /** Null when there is no such entry; on Linux also when it is locked and stays so. */
  getPassword(service: string, account: string): Promise<string | null>
  setPassword(service: string, account: string, password: string): Promise<void>
  /** False when there is no such entry; on Linux also when it is locked. */
  deletePassword(service: string, account: string): Promise<boolean>
}

/**
 * Loads keytar when it is first needed: on a machine without libsecret the import itself fails, and the program must
 * start all the same.
 */
export async function loadKeychain(): Promise<Keychain> {
  const module = await import('keytar')
  // A CommonJS module: which of the two shapes arrives depends on who loads it, Node or a bundler.
  return (module as { readonly default?: Keychain }).default ?? module
}
