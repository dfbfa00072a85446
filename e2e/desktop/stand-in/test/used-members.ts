import { join } from 'node:path'
import ts from 'typescript'

const ROOT = join(import.meta.dirname, '..', '..', '..', '..')

/** Members of Electron's own things that main uses, as `Class.member`, found with the compiler's own knowledge. */
export function usedMembers(): ReadonlySet<string> {
  const program = openMain()
  const checker = program.getTypeChecker()
  const used = new Set<string>()

  function visit(node: ts.Node): void {
    for (const declaration of symbolOf(checker, node)?.declarations ?? []) {
      const name = memberName(declaration)
      if (name !== null) used.add(name)
    }
    ts.forEachChild(node, visit)
  }

  for (const file of program.getSourceFiles()) if (file.fileName.includes('/src/main/')) visit(file)
  return used
}

function openMain(): ts.Program {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(ROOT, 'tsconfig.main.json'),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'))
      },
    },
  )
  if (config === undefined) throw new Error('tsconfig.main.json cannot be read.')
  return ts.createProgram(config.fileNames, { ...config.options, composite: false, incremental: false, noEmit: true })
}

/** What `thing.member` and `const { member } = thing` name. */
function symbolOf(checker: ts.TypeChecker, node: ts.Node): ts.Symbol | undefined {
  if (ts.isPropertyAccessExpression(node)) return checker.getSymbolAtLocation(node.name)
  if (!ts.isBindingElement(node) || !ts.isObjectBindingPattern(node.parent)) return undefined
  const name = node.propertyName ?? node.name
  return ts.isIdentifier(name) ? checker.getTypeAtLocation(node.parent).getProperty(name.text) : undefined
}

function memberName(declaration: ts.Declaration): string | null {
  if (!declaration.getSourceFile().fileName.endsWith('electron.d.ts')) return null
  const { parent } = declaration
  if (!ts.isClassDeclaration(parent) && !ts.isInterfaceDeclaration(parent)) return null
  const member = ts.getNameOfDeclaration(declaration)
  return member !== undefined && ts.isIdentifier(member) ? `${parent.name?.text ?? ''}.${member.text}` : null
}
