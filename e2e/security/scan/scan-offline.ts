/**
 * Runs Electronegativity on a folder and writes what it found as JSON to standard output: `node scan-offline.ts DIR`.
 * Two of its parts ask the network: translations of its own texts, and whether a newer Electron has security fixes
 * (packaging/dependencies.test.ts holds Electron to a line that gets them). Both are cut off, so it finds the same
 * everywhere.
 */
import { createRequire, Module } from 'node:module'

type Run = (options: Readonly<Record<string, unknown>>, forCommandLine: boolean) => Promise<unknown>

const ours = createRequire(import.meta.url)
const runner = ours.resolve('@doyensec/electronegativity/dist/runner.js')
const theirs = createRequire(runner)
const client = theirs.resolve('got')
const noNetwork = (): Promise<never> => Promise.reject(new Error('There is no network here.'))
ours.cache[client] = Object.assign(new Module(client), { exports: noNetwork, loaded: true })

// It has no types; this is what its own command line calls.
const run = theirs(runner) as Run
const [input = '', electronVersionOverride = ''] = process.argv.slice(2)
const excludeFromScan = ['AvailableSecurityFixesGlobalCheck']
// Whatever it says besides goes the other way.
console.log = console.error
const found = await run({ input, electronVersionOverride, excludeFromScan, isRelative: true }, false)
process.stdout.write(JSON.stringify(found))
