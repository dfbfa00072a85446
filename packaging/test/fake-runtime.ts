import { createPackage } from '@electron/asar'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'
import type { Target } from '../target.ts'

/** What @electron/fuses looks for in a program: its constant SENTINEL, which it does not export. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const FUSE_VERSION = 1
/** As Electron comes: Node and the debugger allowed, nothing checked. */
const FUSES_AS_FETCHED = '101100011'
const FILLING = 300

/**
 * A folder that looks to electron-builder like Electron's runtime for this system: every file it renames, edits or
 * copies, with a real fuse wire in the program, and none of the program.
 */
export async function makeRuntime(folder: string, target: Target, wire = FUSES_AS_FETCHED): Promise<string> {
  const files = filesOf(target, wireBytes(wire))
  await Promise.all(Object.entries(files).map(([path, content]) => write(join(folder, path), content)))
  const resources = target.platform === 'darwin' ? 'Electron.app/Contents/Resources' : 'resources'
  await makeDefaultApp(folder, join(folder, resources, 'default_app.asar'))
  return folder
}

/** The fuses as they lie in the program: sentinel, version, length, one byte each. */
function wireBytes(wire: string): Buffer {
  return Buffer.concat([Buffer.from(SENTINEL), Buffer.from([FUSE_VERSION, wire.length]), Buffer.from(wire, 'latin1')])
}

function filesOf({ platform }: Target, wire: Buffer): Readonly<Record<string, Uint8Array | string>> {
  switch (platform) {
    case 'linux':
      return { electron: program(wire), 'chrome-sandbox': 'sandbox', ...common }
    case 'win32':
      return { 'electron.exe': windowsProgram(wire), 'ffmpeg.dll': 'library', ...common }
    case 'darwin':
      return bundle(wire)
  }
}

const common = {
  version: '45.4.1',
  LICENSE: 'licence of Electron',
  'LICENSES.chromium.html': 'licences of Chromium',
  'locales/en-US.pak': 'en',
  'locales/ru.pak': 'ru',
  'locales/bg.pak': 'bg',
  'locales/de.pak': 'de',
}

function program(wire: Buffer): Buffer {
  return Buffer.concat([Buffer.from('\x7fELF', 'latin1'), Buffer.alloc(FILLING), wire, Buffer.alloc(FILLING)])
}

/** A PE file with a version record, which the checksum of app.asar is written beside. */
function windowsProgram(wire: Buffer): Uint8Array {
  const executable = NtExecutable.createEmpty(false, false)
  const resources = NtExecutableResource.from(executable)
  const version = Resource.VersionInfo.createEmpty()
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' })
  version.outputToResourceEntries(resources.entries)
  resources.outputResource(executable)
  executable.setExtraData(wire)
  return new Uint8Array(executable.generate())
}

const HELPERS = ['', ' (Renderer)', ' (GPU)', ' (Plugin)'].map((kind) => `Electron Helper${kind}`)

function bundle(wire: Buffer): Readonly<Record<string, Uint8Array | string>> {
  const contents = 'Electron.app/Contents'
  const framework = `${contents}/Frameworks/Electron Framework.framework`
  return {
    LICENSE: common.LICENSE,
    version: common.version,
    [`${contents}/Info.plist`]: plist('Electron'),
    [`${contents}/MacOS/Electron`]: 'starts the framework',
    [`${contents}/Resources/electron.icns`]: 'icon',
    [`${contents}/Resources/en.lproj/locale.pak`]: 'en',
    [`${contents}/Resources/de.lproj/locale.pak`]: 'de',
    [`${framework}/Electron Framework`]: program(wire),
    [`${framework}/Versions/A/Resources/en.lproj/locale.pak`]: 'en',
    [`${framework}/Resources/en.lproj/locale.pak`]: 'en',
    ...Object.fromEntries(
      HELPERS.flatMap((name) => [
        [`${contents}/Frameworks/${name}.app/Contents/Info.plist`, plist(name)],
        [`${contents}/Frameworks/${name}.app/Contents/MacOS/${name}`, 'helps'],
      ]),
    ),
  }
}

function plist(name: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict><key>CFBundleExecutable</key><string>${name}</string>
<key>CFBundleIconFile</key><string>electron.icns</string></dict></plist>`
}

async function makeDefaultApp(folder: string, file: string): Promise<void> {
  const source = join(folder, '..', 'default-app')
  await write(join(source, 'main.js'), 'shows Electron’s own page')
  await mkdir(dirname(file), { recursive: true })
  await createPackage(source, file)
}

async function write(file: string, content: Uint8Array | string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
  await chmod(file, 0o755)
}
