import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** What electron.d.ts declares. Each answer is looked up once; each throws for a name it does not declare. */
export interface Declarations {
  /** Names of the members of an interface or class, with those it inherits. */
  members(declared: string): ReadonlySet<string>
  /** The literal texts in a member's declaration, e.g. every role of a menu item or every permission. */
  texts(declared: string, member: string): ReadonlySet<string>
}

/** The file is written by a program, so its layout is fixed: declarations begin after two spaces, members after four. */
export function readDeclarations(): Declarations {
  const read = once(() => readFileSync(electronFile('electron.d.ts'), 'utf8'))
  const known = new Map<string, ReadonlySet<string>>()

  function keep(name: string, find: () => ReadonlySet<string>): ReadonlySet<string> {
    const found = known.get(name) ?? find()
    known.set(name, found)
    return found
  }

  function members(declared: string): ReadonlySet<string> {
    return keep(declared, () => {
      const { lines, inherits } = findDeclaration(read(), declared)
      const own = lines.flatMap((line) => /^ {4}(?:static |readonly )*(\w+)[?(:<]/.exec(line)?.[1] ?? [])
      return new Set([...own, ...(inherits === null ? [] : members(inherits))])
    })
  }

  function texts(declared: string, member: string): ReadonlySet<string> {
    return keep(`${declared}.${member}`, () => {
      const isIt = new RegExp(`^ {4}${member}[?(:]`)
      const line = findDeclaration(read(), declared).lines.find((each) => isIt.test(each)) ?? ''
      return new Set([...line.matchAll(/'([^']+)'/g)].map((match) => match[1] ?? ''))
    })
  }

  return { members, texts }
}

/** A file of the package that holds Electron's declarations and its version. */
export function electronFile(name: string): string {
  return join(dirname(createRequire(import.meta.url).resolve('electron/package.json')), name)
}

interface Declaration {
  readonly lines: readonly string[]
  readonly inherits: string | null
}

function findDeclaration(text: string, declared: string): Declaration {
  const head = new RegExp(`^  (?:interface|class) ${declared}(?: extends ([\\w.]+))? \\{$`, 'm').exec(text)
  if (head === null) throw new Error(`electron.d.ts declares no ${declared}`)
  const body = text.slice(head.index, text.indexOf('\n  }\n', head.index))
  return { lines: body.split('\n'), inherits: isOurs(head[1]) ? head[1] : null }
}

/** Whether it stands in electron.d.ts itself; emitters are Node's. */
function isOurs(inherits: string | undefined): inherits is string {
  return inherits !== undefined && !inherits.includes('EventEmitter')
}

function once<Value>(make: () => Value): () => Value {
  const made: Value[] = []
  return () => {
    const value = made[0] ?? make()
    made[0] = value
    return value
  }
}
