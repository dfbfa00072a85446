// npm test: every check there is, one line each, and the count at the end.
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBrowsers, ensureKeyring } from './browser.mjs'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled, nodeBinary } from './install.mjs'
import { root } from './root.mjs'

const results = join(root, 'node_modules', '.cache', 'results')
const total = { passed: 0, failed: 0, skipped: 0 }

function say(text) {
  process.stdout.write(`${text}\n`)
}

function node(args, env = {}) {
  return spawnSync(nodeBinary(), args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  })
}

function bin(name, file) {
  return join(root, 'node_modules', name, file)
}

function count({ passed, failed, skipped = 0 }) {
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
}

/** Runs one check; what it says is said together with its title, because another one runs beside it. */
function check({ title, args }) {
  const started = Date.now()
  return new Promise((resolve) => {
    const child = spawn(nodeBinary(), args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    const said = []
    for (const output of [child.stdout, child.stderr]) output.on('data', (chunk) => said.push(chunk))
    child.on('close', (code) => {
      const good = code === 0
      say(`— ${title}`)
      if (said.length > 0) say(Buffer.concat(said).toString('utf8').trimEnd())
      say(`  ${good ? 'passed' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(0)} s`)
      count(good ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
      resolve()
    })
  })
}

/** Checks that take one core each, two at a time. */
async function checks() {
  const types = { title: 'Types', args: [bin('typescript', 'bin/tsc'), '-b'] }
  const depcruise = bin('dependency-cruiser', 'bin/dependency-cruiser.mjs')
  const walls = { title: 'Walls', args: [depcruise, '--config', '.dependency-cruiser.mjs', 'src'] }
  const lint = { title: 'Lint', args: [bin('eslint', 'bin/eslint.js'), '--max-warnings=0', '.'] }
  const format = { title: 'Format', args: [bin('prettier', 'bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] }
  const inTurn = async (lane) => {
    for (const each of lane) await check(each)
  }
  await Promise.all([inTurn([types, walls, format]), inTurn([lint])])
}

/** Runs a test runner that leaves a JSON report; a missing report is one failure. */
function suite(title, args, file, read, env) {
  say(`— ${title}`)
  rmSync(file, { force: true })
  const ended = node(args, env)
  const counts = report(file, read)
  if (ended.status !== 0 && counts.failed === 0) counts.failed = 1
  count(counts)
}

function report(file, read) {
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

function unitTests() {
  const file = join(results, 'unit.json')
  const args = [
    bin('vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]
  suite('Unit and property tests', args, file, (json) => ({
    passed: json.numPassedTests,
    failed: json.numFailedTests,
    skipped: json.numPendingTests,
  }))
}

function browserTests(browsers) {
  const file = join(results, 'browser.json')
  const args = [bin('@playwright/test', 'cli.js'), 'test', '--reporter=line,json']
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: file, ...browsers }
  const read = ({ stats, config }) => {
    say(`  ${config.metadata.desktop}`)
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
  }
  suite('Browser tests', args, file, read, env)
}

async function main() {
  await ensureInstalled()
  const browsers = await ensureBrowsers()
  await ensureKeyring()
  mkdirSync(results, { recursive: true })
  await checks()
  await ensureBuilt()
  unitTests()
  browserTests(browsers)
}

try {
  await main()
} catch (error) {
  say(error.message)
  total.failed += 1
}
say(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`)
process.exit(total.failed === 0 ? 0 : 1)
