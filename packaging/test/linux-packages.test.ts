import { Arch, build, Platform } from 'electron-builder'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builderConfig } from '../config/builder-config.ts'
import { publisher } from '../publisher.ts'
import { makeRuntime } from './fake-runtime.ts'

const project = join(import.meta.dirname, '..', '..')
const UNSIGNED = { kind: 'unsigned' } as const

/** What a package's maker is told: fpm itself is not needed for that, nor is it fetched. */
interface Order {
  readonly arguments: readonly string[]
  readonly desktopFile: string
}

let folder: string
let orders: Readonly<Record<'deb' | 'rpm', Order>>
let appImage: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linux-packages-'))
  orders = { deb: await orderOf('deb'), rpm: await orderOf('rpm') }
  appImage = await menuEntryOfAppImage()
}, 120_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

function orderOf(form: 'deb' | 'rpm'): Promise<Order> {
  return told(form, async ([args, desktop]) => ({
    arguments: args,
    desktopFile: await readFile(desktop, 'utf8'),
  }))
}

function menuEntryOfAppImage(): Promise<string> {
  return told('AppImage', async ({ desktop }) => desktop)
}

interface Told {
  readonly deb: readonly [readonly string[], string]
  readonly rpm: readonly [readonly string[], string]
  readonly AppImage: { readonly desktop: string }
}

/** What each form tells before anything is made of it, and gone afterwards; in a shape that is declared nowhere. */
async function told<Form extends keyof Told, Kept>(
  form: Form,
  keep: (told: Told[Form]) => Promise<Kept>,
): Promise<Kept> {
  const kept: Kept[] = []
  const prepackaged = await makeRuntime(join(folder, form, 'app'), { platform: 'linux', architecture: 'x64' })
  const signing = { darwin: UNSIGNED, win32: UNSIGNED, linux: UNSIGNED }
  const choices = { signing, feed: null, electron: null, output: join(folder, form, 'release') }
  await build({
    projectDir: project,
    prepackaged,
    targets: Platform.LINUX.createTarget(form, Arch.x64),
    config: builderConfig(choices, { afterExtract: () => undefined, afterPack: () => undefined }),
    publish: 'never',
    effectiveOptionComputed: async (each: Told[Form]) => {
      kept.push(await keep(each))
      return true
    },
  })
  return kept[0]!
}

const valueOf = ({ arguments: args }: Order, name: string) => args[args.indexOf(name) + 1]

describe.each(['deb', 'rpm'] as const)('the %s package', (form) => {
  it('is named by version, system and processor', () => {
    const file = basename(valueOf(orders[form], '--package')!)
    expect(file).toMatch(/^Tidemark-\d+\.\d+\.\d+-linux-(amd64|x86_64)\.(deb|rpm)$/)
  })

  it('says who made it and where it comes from', () => {
    expect(valueOf(orders[form], '--maintainer')).toBe(publisher.maintainer)
    expect(valueOf(orders[form], '--url')).toBe(publisher.homepage)
    expect(valueOf(orders[form], '--license')).toBe('MIT')
    expect(valueOf(orders[form], '--name')).toBe('tidemark')
  })

  it('brings the icon in every size under the program’s name', () => {
    const icons = orders[form].arguments.filter((one) => one.includes('=/usr/share/icons/hicolor/'))
    const sizes = icons.map((icon) => /hicolor\/(\d+)x\1\/apps\/tidemark\.png$/.exec(icon)?.[1])
    expect(sizes).toEqual(expect.arrayContaining(['16', '32', '48', '128', '256', '512', '1024']))
    for (const icon of icons) expect(icon).toContain(join(project, 'resources', 'icons'))
  })

  it('enters the menu under the name that windows and notifications ask for', () => {
    expect(orders[form].arguments).toContainEqual(
      expect.stringMatching(/=\/usr\/share\/applications\/tidemark\.desktop$/),
    )
    const { desktopFile } = orders[form]
    expect(desktopFile).toContain('Exec=/opt/Tidemark/tidemark')
    expect(desktopFile).toContain('Icon=tidemark\n')
    expect(desktopFile).toContain('StartupWMClass=tidemark\n')
    expect(desktopFile).toMatch(/^Categories=Office;Finance;$/m)
    expect(desktopFile).toContain('Terminal=false')
  })

  it('speaks the three languages there', () => {
    expect(orders[form].desktopFile).toMatch(/^Comment\[ru\]=.*только чтение$/m)
    expect(orders[form].desktopFile).toMatch(/^Comment\[bg\]=.*само за четене$/m)
  })
})

it('the AppImage is started as it is, inside the sandbox', () => {
  expect(appImage).toMatch(/^Exec=AppRun +%U$/m)
  expect(appImage).not.toContain('sandbox')
})
