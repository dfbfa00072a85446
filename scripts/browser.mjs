// Finds a Chromium for the browser tests, or installs one where that is allowed.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { nodeBinary } from './install.mjs'
import { runWithProgress } from './progress.mjs'
import { root } from './root.mjs'

/** The engine without a browser's own windows around it: the same pages for a fraction of the work. */
const SHELL = '/usr/bin/chromium-headless-shell'

const KNOWN = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * The variables that name browsers to the tests: one that shows pages, and a whole one, with notices and all. None,
 * when Playwright's own was installed and finds itself.
 */
export async function ensureBrowsers() {
  const whole = process.env.TIDEMARK_BROWSER ?? KNOWN.find((path) => existsSync(path))
  const missing = [...(whole ? [] : ['chromium']), ...(existsSync(SHELL) ? [] : ['chromium-headless-shell'])]
  if (missing.length > 0 && mayUseApt()) await tryDebian(missing)
  const found = whole ?? KNOWN.find((path) => existsSync(path))
  if (found === undefined) await fetchBrowser()
  return variablesOf(found)
}

function variablesOf(whole) {
  if (whole === undefined) return {}
  const shell = process.env.TIDEMARK_BROWSER === undefined && existsSync(SHELL) ? SHELL : whole
  return { TIDEMARK_BROWSER: shell, TIDEMARK_WHOLE_BROWSER: whole }
}

async function fetchBrowser() {
  const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  await runWithProgress('Fetching a browser for the tests', nodeBinary(), [playwright, 'install', 'chromium'])
}

/** The desktop keyring's own parts, for the keyring round trip; its test says so where they are missing. */
export async function ensureKeyring() {
  if (!mayUseApt() || existsSync('/usr/bin/gnome-keyring-daemon')) return
  await tryDebian(['gnome-keyring', 'dbus', 'libsecret-1-0'])
}

function mayUseApt() {
  return process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0
}

/** What cannot be installed is said, and done without. */
function tryDebian(packages) {
  return installDebian(packages).catch((error) => process.stderr.write(`${error.message}\n`))
}

async function installDebian(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await runWithProgress('Updating the package list', 'apt-get', ['update', '-q'], { env })
  const args = ['install', '-y', '-q', '--no-install-recommends', ...packages]
  await runWithProgress(`Installing ${packages.join(', ')}`, 'apt-get', args, { env })
}
