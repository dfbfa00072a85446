/** What we use of an operating system's keychain; keytar is one. */
export interface Keychain {
  getPassword(service: string, account: string): Promise<string | null>
  setPassword(service: string, account: string, password: string): Promise<void>
  deletePassword(service: string, account: string): Promise<boolean>
  findCredentials(service: string): Promise<readonly { readonly account: string; readonly password: string }[]>
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
