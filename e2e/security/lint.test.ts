import { ESLint, Linter } from 'eslint'
import tseslint from 'typescript-eslint'
import { beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../support/program.ts'

/** The rules that can judge a line by itself, without the types around it. */
const RULES = [
  'no-eval',
  'no-new-func',
  'no-script-url',
  'no-restricted-imports',
  'no-restricted-properties',
  'no-restricted-syntax',
]

const eslint = new ESLint({ cwd: ROOT })
const configured = new Map<string, Linter.RulesRecord>()

async function rulesOf(file: string): Promise<Linter.RulesRecord> {
  const { rules } = (await eslint.calculateConfigForFile(file)) as { rules: Linter.RulesRecord }
  return Object.fromEntries(RULES.filter((name) => name in rules).map((name) => [name, rules[name]!]))
}

/** Rules of our configuration that a line breaks in a file at this place. */
function broken(file: string, code: string): readonly string[] {
  const rules = configured.get(file) ?? {}
  const languageOptions = { parser: tseslint.parser as Linter.Parser, parserOptions: { ecmaFeatures: { jsx: true } } }
  const found = new Linter().verify(code, [{ files: ['**/*.tsx'], languageOptions, rules }], 'src/file.tsx')
  return found.map(({ ruleId, message }) => ruleId ?? message)
}

const EVERYWHERE = [
  'src/main/desktop.ts',
  'src/preload/index.ts',
  'src/renderer/main.tsx',
  'src/engine/engine.ts',
  'src/node/clock.ts',
  'src/headless/index.ts',
  'src/channels/create-channel.ts',
] as const
const LINK_ENDS = ['src/main/electron-link.ts', 'src/preload/index.ts'] as const
const ELSEWHERE = ['src/main/index.ts', 'src/main/desktop.ts', 'src/main/window/open-window.ts'] as const

beforeAll(async () => {
  for (const file of new Set<string>([...EVERYWHERE, ...LINK_ENDS, ...ELSEWHERE]))
    configured.set(file, await rulesOf(file))
})

describe.each(EVERYWHERE)('in %s', (file) => {
  it.each([
    ['eval', 'eval(text)', 'no-eval'],
    ['Function', 'export const run = new Function(text)', 'no-new-func'],
    ['an import of data', 'export const read = import(name)', 'no-restricted-syntax'],
    ['an import of a template', 'export const read = import(`./${name}.ts`)', 'no-restricted-syntax'],
    ['markup of a component', 'export const a = <p dangerouslySetInnerHTML={markup} />', 'no-restricted-syntax'],
    ['markup of properties', 'export const a = { dangerouslySetInnerHTML: { __html: text } }', 'no-restricted-syntax'],
  ])('%s is refused', (_, code, rule) => {
    expect(broken(file, code)).toEqual([rule])
  })

  it('an import by name is not', () => {
    expect(broken(file, "export const read = import('./a.ts')")).toEqual([])
  })
})

describe.each(['src/renderer/main.tsx', 'src/main/desktop.ts'])('in %s', (file) => {
  it.each(['innerHTML', 'outerHTML', 'srcdoc'])('setting %s is refused', (property) => {
    expect(broken(file, `box.${property} = text`)).toEqual(['no-restricted-properties'])
  })
})

describe.each(ELSEWHERE)('in %s', (file) => {
  it.each([
    ["import { ipcMain } from 'electron'", 'no-restricted-imports'],
    ["import { app, ipcMain as link } from 'electron'", 'no-restricted-imports'],
    ["import * as electron from 'electron'", 'no-restricted-imports'],
    ["import electron from 'electron'", 'no-restricted-imports'],
    ["export { ipcMain } from 'electron'", 'no-restricted-imports'],
    ["contents.ipc.on('other', take)", 'no-restricted-properties'],
  ])('%s is refused', (code, rule) => {
    expect(broken(file, code)).toContain(rule)
  })

  it('the rest of Electron is not', () => {
    expect(broken(file, "import { app, BrowserWindow } from 'electron'")).toEqual([])
  })
})

it('only the two ends of the link speak over a channel', () => {
  for (const file of LINK_ENDS)
    expect(broken(file, "import { ipcMain, ipcRenderer } from 'electron'"), file).toEqual([])
})
