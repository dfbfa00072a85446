import { existsSync, readFileSync } from 'node:fs'
import { isAbsolute } from 'node:path'

/** What a sandboxed preload may require (electronjs.org/docs/latest/tutorial/sandbox#preload-scripts). */
const MODULES = ['electron', 'electron/renderer', 'events', 'timers', 'url', 'node:events', 'node:timers', 'node:url']
const ELECTRON = ['contextBridge', 'crashReporter', 'ipcRenderer', 'nativeImage', 'webFrame', 'webUtils']

/** Whether a sandboxed preload's electron has it. */
export function mayPreloadUse(name: string): boolean {
  return ELECTRON.includes(name)
}

/** Why Electron would not run this preload; null when it would. */
export function refusePreload(file: string, isSandboxed: boolean): string | null {
  if (!isAbsolute(file)) return `The preload “${file}” must be an absolute path.`
  if (!existsSync(file)) return `The preload “${file}” does not exist.`
  return isSandboxed ? refuseText(readFileSync(file, 'utf8'), file) : null
}

function refuseText(text: string, file: string): string | null {
  if (file.endsWith('.mjs') || /^\s*(import\s+[\w{*'"]|export\s+[\w{*])/m.test(text)) {
    return `The sandboxed preload “${file}” must be CommonJS; it is an ES module.`
  }
  const module = requiredModules(text).find((name) => !MODULES.includes(name))
  if (module !== undefined) return `The sandboxed preload “${file}” requires “${module}”, which it may not.`
  const member = electronMembers(text).find((name) => !mayPreloadUse(name))
  return member === undefined ? null : `The sandboxed preload “${file}” uses electron’s “${member}”, which it has not.`
}

function requiredModules(text: string): readonly string[] {
  return [...text.matchAll(/\b(?:require|import)\(\s*["'`]([^"'`]+)["'`]\s*\)/g)].map((match) => match[1] ?? '')
}

/** Members taken off `require('electron')`, at once or through the variable that holds it. */
function electronMembers(text: string): readonly string[] {
  const required = String.raw`require\(\s*["'\x60]electron(?:/renderer)?["'\x60]\s*\)`
  const direct = [...text.matchAll(new RegExp(`${required}\\.(\\w+)`, 'g'))].map((match) => match[1] ?? '')
  const taken = [...text.matchAll(new RegExp(`\\{([^{}]*)\\}\\s*=\\s*${required}`, 'g'))]
    .flatMap((match) => (match[1] ?? '').split(','))
    .map((name) => (name.split(':')[0] ?? '').trim())
  const holders = [...text.matchAll(new RegExp(`([\\w$]+)\\s*=\\s*${required}(?!\\.)`, 'g'))].map(
    (match) => match[1] ?? '',
  )
  const through = holders.flatMap((holder) =>
    [...text.matchAll(new RegExp(`\\b${holder.replace('$', '\\$')}\\.(\\w+)`, 'g'))].map((match) => match[1] ?? ''),
  )
  return [...direct, ...taken, ...through].filter((name) => name !== '')
}
