import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../support/program.ts'

const BUILT = process.env['TIDEMARK_BUILT'] ?? join(ROOT, 'out')

interface Built {
  readonly name: string
  readonly text: string
}

function filesOf(part: string, ends: RegExp): readonly Built[] {
  return readdirSync(join(BUILT, part), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ends.test(entry.name))
    .map((entry) => ({ name: entry.name, text: readFileSync(join(entry.parentPath, entry.name), 'utf8') }))
}

function found(files: readonly Built[], pattern: RegExp): readonly string[] {
  return files.flatMap(({ name, text }) => [...text.matchAll(pattern)].map(([match]) => `${name}: ${match}`))
}

/** What makes code of text, wherever it stands and whoever wrote it. */
const CODE_FROM_TEXT = /(?<![\w$.])(?:window\.|globalThis\.)?(?:eval|new Function|Function)\s*\(/g
const TEXT_TIMER = /\bset(?:Timeout|Interval)\(\s*["'`]/g

describe('the built page', () => {
  const scripts = filesOf('renderer', /\.js$/)
  const [page] = filesOf('renderer', /^index\.html$/)
  const styles = filesOf('renderer', /\.css$/)

  it('is there', () => {
    expect([scripts.length, styles.length].every((count) => count > 0)).toBe(true)
    expect(scripts.reduce((sum, { text }) => sum + text.length, 0)).toBeGreaterThan(100_000)
  })

  it('makes no code of text', () => {
    expect(found(scripts, CODE_FROM_TEXT)).toEqual([])
    expect(found(scripts, TEXT_TIMER)).toEqual([])
  })

  it('imports nothing while it runs', () => {
    expect(found(scripts, /(?<![\w$.])import\s*\(/g)).toEqual([])
  })

  it('hands no component markup to set', () => {
    expect(found(scripts, /__html["'`]?\s*:/g)).toEqual([])
  })

  it('begins with one script and one sheet of its own, and nothing written inline', () => {
    const html = page?.text ?? ''
    expect(html.match(/<script\b[^>]*>/g)).toEqual([expect.stringContaining('src="./assets/')])
    expect(html).toMatch(/<script\b[^>]*><\/script>/)
    expect(html).not.toMatch(/<style|\son\w+=|\sstyle=|https?:|javascript:|<base|http-equiv/i)
  })

  it('has styles that load nothing from elsewhere', () => {
    expect(found(styles, /@import|url\((?!\.\/[\w.-]+\))/g)).toEqual([])
  })

  it('carries no map to its sources', () => {
    expect(filesOf('renderer', /\.map$/).map(({ name }) => name)).toEqual([])
    expect(found([...scripts, ...styles], /sourceMappingURL/g)).toEqual([])
  })
})

describe('the built preload', () => {
  const files = filesOf('preload', /\.c?js$/)

  it('needs Electron and nothing else, and exposes one thing', () => {
    expect(files.length).toBe(1)
    expect(found(files, /require\([^)]*\)/g)).toEqual(['index.cjs: require("electron")'])
    expect(found(files, /exposeInMainWorld\("\w+"/g)).toEqual(['index.cjs: exposeInMainWorld("engineLink"'])
    expect(found(files, CODE_FROM_TEXT)).toEqual([])
  })
})

describe('the built main', () => {
  const files = filesOf('main', /\.js$/)

  it('makes no code of text', () => {
    expect(found(files, CODE_FROM_TEXT)).toEqual([])
    expect(found(files, /node:vm|["']vm["']/g)).toEqual([])
  })

  it('imports modules by their names alone', () => {
    const imports = found(files, /(?<![\w$.])import\s*\([^)]*\)/g)
    expect(imports.filter((each) => !/import\s*\("[\w./@-]+"\)$/.test(each))).toEqual([])
  })

  it('speaks over one channel of Electron’s, and opens addresses in one place', () => {
    expect(found(files, /ipcMain\.\w+\([^,]*/g)).toEqual([
      expect.stringContaining('ipcMain.on(CHANNEL'),
      expect.stringContaining('ipcMain.off(CHANNEL'),
    ])
    expect(found(files, /openExternal\(\w*/g)).toEqual([expect.stringContaining('openExternal(address')])
    expect(found(files, /\.(?:openPath|executeJavaScript|loadFile|insertCSS|setBypass\w*)\(/g)).toEqual([])
  })
})

it('finds what it looks for', () => {
  const bad = (text: string) => [{ name: 'bad', text }]
  for (const text of ['eval(a)', 'new Function("a")', 'x=Function("a")', 'window.eval(a)', ';eval (a)'])
    expect(found(bad(text), CODE_FROM_TEXT), text).not.toEqual([])
  for (const text of ['isFunction(a)', 'a.eval(b)', 'function(a)', 'evaluate(a)', 'retrieval(a)'])
    expect(found(bad(text), CODE_FROM_TEXT), text).toEqual([])
})
