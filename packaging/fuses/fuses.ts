import { FuseState, FuseV1Options, FuseVersion, type FuseConfig } from '@electron/fuses'

/** Each switch of Electron 45 and why it stands so. https://www.electronjs.org/docs/latest/tutorial/fuses */
export const FUSES = {
  /** The app's file is no Node in disguise for other programs. */
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  /** No code is slipped in by NODE_OPTIONS. */
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  /** No debugger is attached to main by --inspect or a signal. */
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  /** Checked by Electron on macOS and Windows; Linux has no place to keep the sum, so there it changes nothing. */
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  /** Wants a snapshot file of its own, which is not shipped: with it the app would not open. */
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  /** The page comes from app:, so file: needs no privileges. */
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  /** Out-of-bounds WebAssembly is caught by the processor. */
  [FuseV1Options.WasmTrapHandlers]: true,
} as const satisfies Record<FuseV1Options, boolean>

/** What is given to `flipFuses`: it fails when this Electron has a switch that is not in the list. */
export const fuseConfig: FuseConfig = { version: FuseVersion.V1, strictlyRequireAllFuses: true, ...FUSES }

const NAMES = Object.values(FuseV1Options).filter(
  (name): name is keyof typeof FuseV1Options => typeof name === 'string',
)

/** Where the switches read from an app differ from the list; nothing when they are as meant. */
export function compareFuses(read: FuseConfig<FuseState>): readonly string[] {
  if (read.version !== FuseVersion.V1)
    return [`The fuses are of version ${String(read.version)}, not ${FuseVersion.V1}.`]
  const wire = Object.keys(read).filter((key) => /^\d+$/.test(key))
  const unknown = wire.filter((key) => !(key in FUSES)).map((key) => `Fuse ${key} of this Electron is not in the list.`)
  return [...NAMES.flatMap((name) => compareFuse(name, read[FuseV1Options[name]])), ...unknown]
}

/** The fuses that this Electron no longer has. */
export function findRemoved(read: FuseConfig<FuseState>): readonly string[] {
  const removed = NAMES.filter((name) => read[FuseV1Options[name]] === FuseState.REMOVED)
  return removed.map((name) => `Fuse ${name} was removed from this Electron; decide anew what keeps its promise.`)
}

function compareFuse(name: keyof typeof FuseV1Options, state: FuseState | undefined): readonly string[] {
  const meant = FUSES[FuseV1Options[name]] ? FuseState.ENABLE : FuseState.DISABLE
  if (state === meant) return []
  return [`Fuse ${name} is ${describeState(state)} and should be ${describeState(meant)}.`]
}

function describeState(state: FuseState | undefined): string {
  switch (state) {
    case FuseState.ENABLE:
      return 'on'
    case FuseState.DISABLE:
      return 'off'
    case FuseState.REMOVED:
      return 'removed'
    case FuseState.INHERIT:
      return 'inherited'
    case undefined:
      return 'missing'
  }
}
