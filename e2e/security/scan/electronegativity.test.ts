import { mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../../support/program.ts'
import { buildForScan } from './build-for-scan.ts'
import { reviewed } from './reviewed.ts'
import { scan, type Report } from './scan.ts'

const BUILT = process.env['TIDEMARK_BUILT'] ?? join(ROOT, 'out')
const UNREADABLE = 'class Sealed { #held = 1; static { Sealed.held = 1 } }\n'
const CARELESS = `const { BrowserWindow } = require('electron')
new BrowserWindow({ webPreferences: { nodeIntegration: true, webSecurity: false, contextIsolation: false } })
`

const scanned = { folder: '', report: null as unknown as Report }

beforeAll(async () => {
  scanned.folder = mkdtempSync(join(tmpdir(), 'tidemark-scan-'))
  await buildForScan(BUILT, scanned.folder)
  const control = join(scanned.folder, 'control')
  mkdirSync(control)
  writeFileSync(join(control, 'unreadable.js'), UNREADABLE)
  writeFileSync(join(control, 'careless.js'), CARELESS)
  scanned.report = await scan(scanned.folder)
}, 200_000)
afterAll(() => rmSync(scanned.folder, { recursive: true, force: true }))

const isControl = ({ file }: { readonly file: string }): boolean => file.includes('control')
const isOurs = (each: { readonly file: string }): boolean => !isControl(each)

/** In the words of its review where there is one, else with the whole line it stands on. */
function inWords({ id, sample = '' }: Report['issues'][number]): string {
  const known = reviewed.find(({ check, on }) => check === id && (on === '' ? sample === '' : sample.includes(on)))
  return `${id}: ${known?.on ?? sample.trim()}`
}

describe('Electronegativity on the built main and preload', () => {
  it('reads both of them, wholly', () => {
    expect(scanned.report.errors.filter(isOurs)).toEqual([])
    expect(readFileSync(join(scanned.folder, 'main', 'index.js'), 'utf8')).toContain('new BrowserWindow(')
    expect(readFileSync(join(scanned.folder, 'preload', 'index.js'), 'utf8')).toContain('exposeInMainWorld')
  })

  it('finds what was reviewed and nothing else', () => {
    const found = scanned.report.issues.filter(isOurs).map(inWords)
    expect(found.toSorted()).toEqual(reviewed.map(({ check, on }) => `${check}: ${on}`).toSorted())
  })
})

/** The same run, so that silence above means something. */
describe('its word', () => {
  it('counts: a careless window is found', () => {
    const found = scanned.report.issues.filter(isControl).map(({ id }) => id)
    expect(found).toEqual(
      expect.arrayContaining(['NODE_INTEGRATION_JS_CHECK', 'WEB_SECURITY_JS_CHECK', 'CONTEXT_ISOLATION_JS_CHECK']),
    )
  })

  it('tells of a file it could not read', () => {
    expect(scanned.report.errors.filter(isControl).map(({ file }) => file)).toEqual([
      expect.stringContaining('unreadable.js'),
    ])
  })

  it('rests on all of its checks but the one that asks the network', () => {
    expect(scanned.report.atomicChecks).toBe(36)
    expect(scanned.report.globalChecks).toBe(5)
  })
})

it('is reviewed with a reason each', () => {
  for (const { because } of reviewed) expect(because).toMatch(/^[A-Z].{20,}\.$/)
})
