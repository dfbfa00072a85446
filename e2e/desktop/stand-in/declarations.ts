import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const FILE = join(dirname(createRequire(import.meta.url).resolve('electron/package.json')), 'electron.d.ts')

/**
 * Names of the members an interface or class of electron.d.ts declares, with those it inherits. The file is written by
 * a program, so its layout is fixed: declarations begin after two spaces, members after four. Throws for an unknown one.
 */
export function declaredMembers(declared: string): ReadonlySet<string> {
  const { lines, inherits } = findDeclaration(declared)
  const own = lines.flatMap((line) => /^ {4}(?:static |readonly )*(\w+)[?(:<]/.exec(line)?.[1] ?? [])
  return new Set([...own, ...(inherits === null ? [] : declaredMembers(inherits))])
}

/** The literal texts in a member's declaration, e.g. every role of a menu item or every permission. */
export function declaredTexts(declared: string, member: string): ReadonlySet<string> {
  const line = findDeclaration(declared).lines.find((each) => new RegExp(`^ {4}${member}[?(:]`).test(each)) ?? ''
  return new Set([...line.matchAll(/'([^']+)'/g)].map((match) => match[1] ?? ''))
}

interface Declaration {
  readonly lines: readonly string[]
  readonly inherits: string | null
}

function findDeclaration(declared: string): Declaration {
  const text = readFileSync(FILE, 'utf8')
  const head = new RegExp(`^  (?:interface|class) ${declared}(?: extends ([\\w.]+))? \\{$`, 'm').exec(text)
  if (head === null) throw new Error(`electron.d.ts declares no ${declared}`)
  const body = text.slice(head.index, text.indexOf('\n  }\n', head.index))
  return { lines: body.split('\n'), inherits: isOurs(head[1]) ? head[1] : null }
}

/** Whether it stands in electron.d.ts itself; emitters are Node's. */
function isOurs(inherits: string | undefined): inherits is string {
  return inherits !== undefined && !inherits.includes('EventEmitter')
}
