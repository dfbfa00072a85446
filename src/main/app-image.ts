type Environment = Readonly<Record<string, string | undefined>>

/**
 * The AppImage that this program was started from, or null. A program started from another AppImage, as from a terminal
 * that is one, inherits its variables; ours runs inside the folder they name.
 *
 * @param executable absolute path of the running program
 */
export function appImageOf(executable: string, { APPIMAGE, APPDIR }: Environment): string | null {
  if (APPIMAGE === undefined || !APPIMAGE.startsWith('/')) return null
  if (APPDIR === undefined || !APPDIR.startsWith('/')) return null
  return executable.startsWith(`${APPDIR}/`) ? APPIMAGE : null
}
