import { spawnSync } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { SIGNING_VARIABLES } from './signing.ts'

const project = join(import.meta.dirname, '..')
const folder = join(project, '.github', 'workflows')
// The parser that the updater reads its feed with; it brings no types, so what it gives is checked below.
const { load } = createRequire(import.meta.url)('js-yaml')

const environment = z.record(z.string(), z.union([z.string(), z.number()])).default({})
const stepShape = z.strictObject({
  name: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().default(''),
  if: z.string().default(''),
  env: environment,
  with: z.record(z.string(), z.unknown()).default({}),
  'working-directory': z.string().optional(),
})
const jobShape = z.looseObject({
  needs: z.string().optional(),
  permissions: z.record(z.string(), z.string()).optional(),
  'timeout-minutes': z.number(),
  strategy: z.looseObject({ matrix: z.record(z.string(), z.unknown()) }).optional(),
  steps: z.array(stepShape),
})
const workflowShape = z.looseObject({
  name: z.string(),
  on: z.record(z.string(), z.unknown()),
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(z.string(), jobShape),
})
type Workflow = z.infer<typeof workflowShape>

let workflows: Readonly<Record<string, Workflow>>
let texts: Readonly<Record<string, string>>

beforeAll(async () => {
  const names = await readdir(folder)
  texts = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')])),
  )
  workflows = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, workflowShape.parse(load(text))]))
})

const stepsOf = (workflow: Workflow) => Object.values(workflow.jobs).flatMap((job) => job.steps)
const commandsOf = (workflow: Workflow) => stepsOf(workflow).map((step) => step.run)
const everyStep = () => Object.values(workflows).flatMap(stepsOf)

describe('the workflows', () => {
  it('are a test and a release', () => {
    expect(Object.keys(workflows).sort()).toEqual(['release.yml', 'test.yml'])
  })

  it('pin every action to one commit and say which version that is', () => {
    const used = Object.values(texts).flatMap((text) => text.split('\n').filter((line) => line.includes('uses:')))
    expect(used.length).toBeGreaterThan(5)
    expect(used.filter((line) => !/uses: actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([])
  })

  it('may read and no more, but for the one job that publishes the release', () => {
    for (const workflow of Object.values(workflows)) expect(workflow.permissions).toEqual({ contents: 'read' })
    const more = Object.values(workflows).flatMap(({ jobs }) =>
      Object.entries(jobs).filter(([, job]) => job.permissions),
    )
    expect(more.map(([name, job]) => [name, job.permissions])).toEqual([['publish', { contents: 'write' }]])
  })

  it('put nothing from outside into a command line, secrets least of all', () => {
    expect(everyStep().filter((step) => step.run.includes('${{'))).toEqual([])
    expect(
      Object.values(texts)
        .join()
        .match(/echo[^\n]*\$(KEY|CSC|WIN|APPLE)\b/g),
    ).toBeNull()
  })

  it('leave no token behind in the checkout and end by themselves', () => {
    const checkouts = everyStep().filter((step) => step.uses?.startsWith('actions/checkout'))
    expect(checkouts.length).toBeGreaterThan(2)
    for (const step of checkouts) expect(step.with).toMatchObject({ 'persist-credentials': false })
    for (const { jobs } of Object.values(workflows)) {
      for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(120)
    }
  })
})

describe('the test workflow', () => {
  const workflow = () => workflows['test.yml']!

  it('runs for every change, without secrets', () => {
    expect(Object.keys(workflow().on).sort()).toEqual(['pull_request', 'push'])
    expect(texts['test.yml']).not.toContain('secrets.')
  })

  it('runs on the three systems, to the end on each', () => {
    const { strategy } = workflow().jobs['test']!
    expect(strategy).toMatchObject({ 'fail-fast': false })
    expect(String(strategy?.matrix['system'])).toMatch(/^ubuntu-[\d.]+,macos-\d+,windows-\d+$/)
  })

  it('runs npm test on each, on Linux on a virtual screen, with the real Electron there', () => {
    const tests = workflow().jobs['test']!.steps.filter((step) => step.run.includes('npm test'))
    expect(tests.map((step) => [step.if, step.run])).toEqual([
      ["runner.os == 'Linux'", 'xvfb-run --auto-servernum npm test'],
      ["runner.os != 'Linux'", 'npm test'],
    ])
    const commands = commandsOf(workflow())
    const fetched = commands.findIndex((run) => run.includes('electron/install.js'))
    expect(fetched).toBeGreaterThan(0)
    expect(fetched).toBeLessThan(commands.findIndex((run) => run.includes('npm test')))
  })

  it('packs the app and checks who signed the packages', () => {
    expect(commandsOf(workflow())).toEqual(expect.arrayContaining(['npm run package -- --dir', 'npm audit signatures']))
  })

  it('starts on the oldest Node that is promised', async () => {
    const manifest = JSON.parse(await readFile(join(project, 'package.json'), 'utf8'))
    const setup = stepsOf(workflow()).find((step) => step.uses?.startsWith('actions/setup-node'))
    expect(manifest.engines.node).toBe(`>=${String(setup?.with['node-version'])}`)
  })
})

describe('the release workflow', () => {
  const workflow = () => workflows['release.yml']!

  it('starts from a version’s tag only, and first checks that it is one', () => {
    expect(workflow().on).toEqual({ push: { tags: ['v*'] } })
    expect(commandsOf(workflow())[2]).toBe('node scripts/release-tag.mjs "$TAG"')
    expect(workflow().jobs['build']!.needs).toBe('check')
    expect(workflow().jobs['publish']!.needs).toBe('build')
  })

  it('tests on each system and packages for both processors, signed or not at all', () => {
    const { steps, strategy } = workflow().jobs['build']!
    expect(strategy?.matrix['include']).toHaveLength(3)
    for (const system of ['mac', 'win', 'linux']) {
      const packaging = steps.find((step) => step.run === `npm run package -- --${system} --x64 --arm64 --signed`)
      expect(packaging?.if).toBe(`matrix.system == '${system}'`)
      const tests = steps.filter((step) => step.run.endsWith('npm test'))
      expect(tests).toHaveLength(2)
    }
  })

  it('hands signing exactly the variables that it reads, each to its own system', () => {
    const env = stepsOf(workflow()).flatMap((step) => Object.entries(step.env))
    const secrets = env.filter(([, value]) => String(value).includes('secrets.'))
    const named = secrets.map(([, value]) => /^\$\{\{ secrets\.(\w+) \}\}$/.exec(String(value))?.[1])
    expect([...named].sort()).toEqual([...SIGNING_VARIABLES].sort())
    for (const step of stepsOf(workflow()).filter(({ env }) => 'WIN_CSC_LINK' in env)) {
      expect(step.if).toBe("matrix.system == 'win'")
    }
  })

  it('publishes once every file is there, with checksums', () => {
    const commands = workflow().jobs['publish']!.steps.map((step) => step.run)
    const at = (pattern: RegExp) => commands.findIndex((command) => pattern.test(command))
    const order = [
      at(/sha256sum/),
      at(/gh release create "\$TAG" .*--verify-tag --draft/),
      at(/gh release edit "\$TAG" .*--draft=false$/),
    ]
    expect(order).toEqual([1, 2, 3])
  })
})

describe('the check of the tag', () => {
  const check = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(project, 'scripts', 'release-tag.mjs'), ...args],
      {
        encoding: 'utf8',
      },
    )
    return { status, said: stdout + stderr }
  }

  it('lets the version’s own tag through and no other', async () => {
    const { version } = JSON.parse(await readFile(join(project, 'package.json'), 'utf8'))
    expect(check(`v${version}`)).toMatchObject({ status: 0 })
    for (const tag of [version, 'v99.0.0', `v${version}-beta`, '']) {
      expect(check(tag)).toMatchObject({ status: 1, said: expect.stringContaining(`so the tag is v${version}`) })
    }
    expect(check().status).toBe(1)
  })
})
