import { expect, test } from 'vitest'
import { judgeTrouble, keychainFailure } from './keychain-trouble.ts'

test.each([
  // Linux: libsecret, GDBus and the services behind it.
  ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'missing'],
  ['The name org.freedesktop.secrets was not provided by any .service files', 'missing'],
  ['Could not connect: Connection refused', 'missing'],
  ['libsecret-1.so.0: cannot open shared object file: No such file or directory', 'missing'],
  ['Cannot create an item in a locked collection', 'locked'],
  ['Cannot get secret of a locked object', 'locked'],
  ['GDBus.Error:org.freedesktop.Secret.Error.IsLocked: The object is locked', 'locked'],
  ['Object does not exist at path “/org/freedesktop/secrets/collection/login”', 'locked'],
  ['GDBus.Error:org.freedesktop.Secret.Error.PromptDismissed: Prompt was dismissed', 'refused'],
  ['The operation was cancelled', 'refused'],
  // macOS: SecBase.h, errSecInteractionNotAllowed and its kin.
  ['User interaction is not allowed.', 'locked'],
  ['User interaction is required, but is currently not allowed.', 'locked'],
  ['User canceled the operation.', 'refused'],
  ['The user name or passphrase you entered is not correct.', 'refused'],
  ['A required entitlement isn’t present.', 'refused'],
  ['No keychain is available. You may need to restart your computer.', 'missing'],
  ['A default keychain could not be found.', 'missing'],
  // Windows: winerror.h 1312, 1058, 1722, 5 and 1783.
  ['A specified logon session does not exist. It may already have been terminated.', 'missing'],
  ['The service cannot be started, either because it is disabled or because it has no enabled devices.', 'missing'],
  ['The RPC server is unavailable.', 'missing'],
  ['Access is denied.', 'refused'],
  ['The stub received bad data.', 'too-long'],
  // In a language we do not read.
  ['Доступ запрещён.', 'failed'],
  ['An unknown error occurred.', 'failed'],
])('%s is %s', (words, trouble) => {
  expect(judgeTrouble(words)).toBe(trouble)
})

test('quotes the first line alone, and not without end', () => {
  const { sentence } = keychainFailure(new Error(`${'x'.repeat(500)}\nsecond`))
  expect(sentence).toEqual({ id: 'vault.keychain-failed', values: { reason: 'x'.repeat(200) } })
  expect(keychainFailure('no error').sentence.values).toEqual({ reason: 'unknown error' })
})
