import type { LoginEntry } from './login-entry.ts'

/**
 * The text of an autostart entry, after the Desktop Entry Specification, sections "The Exec key" and "Values":
 * https://specifications.freedesktop.org/desktop-entry-spec/latest/
 */
export function autostartFile({ program, args }: LoginEntry): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Version=1.0',
    'Name=Tidemark',
    'Icon=tidemark',
    'Terminal=false',
    `Exec=${[program, ...args].map(quoted).join(' ')}`,
    '',
  ].join('\n')
}

/** Quoted as an argument, then escaped as a value: a backslash of the path becomes four. */
function quoted(argument: string): string {
  const inQuotes = argument.replaceAll(/["`$\\]/g, '\\$&').replaceAll('%', '%%')
  return `"${inQuotes}"`
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
}

/** Whether the user switched the entry off with the desktop's own tools, which leave it where it is. */
export function isSwitchedOff(text: string): boolean {
  return /^\s*(?:Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/m.test(text)
}
