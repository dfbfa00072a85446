import type { Configuration } from 'electron-builder'
import type { Signing } from '../signing.ts'
import { packedFiles } from './files.ts'

type WindowsParts = Required<Pick<Configuration, 'win' | 'nsis'>>

/** The Windows installer: for one user, without administrator's rights, the user's data left alone. */
export function windowsConfig(signing: Signing): WindowsParts {
  return {
    win: {
      target: ['nsis'],
      icon: 'resources/icon.ico',
      files: packedFiles('win32'),
      requestedExecutionLevel: 'asInvoker',
      ...(signing.kind === 'signed' ? signed : unsigned),
    },
    nsis: {
      oneClick: false,
      perMachine: false,
      selectPerMachineByDefault: false,
      allowElevation: false,
      packElevateHelper: false,
      allowToChangeInstallationDirectory: true,
      deleteAppDataOnUninstall: false,
      // One installer a processor: an update then fetches only what fits.
      buildUniversalInstaller: false,
      installerIcon: 'resources/icon.ico',
      uninstallerIcon: 'resources/icon.ico',
      uninstallDisplayName: '${productName} ${version}',
    },
  }
}

/** An update is taken only from the same publisher. */
const signed = { forceCodeSigning: true, verifyUpdateCodeSignature: true } as const

/** Without a signature, and so without an update feed: nothing would tell a tampered update from a true one. */
const unsigned = { signExecutable: false, publish: null } as const
