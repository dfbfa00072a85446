import ts from 'typescript'

/** A TypeScript file as CommonJS, which is what Electron's `-r` and a sandboxed preload take. */
export function commonJs(source: string): string {
  const compilerOptions: ts.CompilerOptions = {
    module: ts.ModuleKind.CommonJS,
    target: ts.ScriptTarget.ES2024,
    esModuleInterop: true,
    rewriteRelativeImportExtensions: true,
  }
  return ts.transpileModule(source, { compilerOptions }).outputText
}
