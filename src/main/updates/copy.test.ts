import { expect, it } from 'vitest'
import { readCopy, type Installation } from './copy.ts'

const appImage: Installation = {
  platform: 'linux',
  isPackaged: true,
  executable: '/tmp/.mount_Tide/tidemark',
  environment: { APPIMAGE: '/home/me/Tidemark.AppImage', APPDIR: '/tmp/.mount_Tide' },
  packageType: null,
  builtIn: 'there',
  chosen: 'nothing',
}
const kindOf = (over: Partial<Installation>) => readCopy({ ...appImage, ...over })

it.each([
  ['an AppImage', {}, 'self', 'appimage'],
  ['a Windows installation', { platform: 'win32' }, 'self', 'nsis'],
  ['a Mac app', { platform: 'darwin' }, 'self', 'mac'],
  ['a deb', { packageType: 'deb' }, 'package', 'package'],
  ['an rpm', { packageType: 'rpm' }, 'package', 'package'],
  ['an unpacked folder', { environment: {} }, 'fixed', null],
  ['a copy without a feed', { builtIn: 'missing' }, 'fixed', null],
  ['one whose feed is refused', { chosen: 'refused' }, 'fixed', null],
  ['an AppImage with a feed of its own alone', { builtIn: 'missing', chosen: 'another' }, 'self', 'appimage'],
  ['a signed Windows installation with another feed', { platform: 'win32', chosen: 'another' }, 'self', 'nsis'],
  ['an unsigned one', { platform: 'win32', builtIn: 'missing', chosen: 'another' }, 'fixed', null],
  ['an unsigned Mac app', { platform: 'darwin', builtIn: 'missing', chosen: 'another' }, 'fixed', null],
  ['a program run from its sources', { isPackaged: false }, 'fixed', null],
  ['one run from its sources with a feed of its own', { isPackaged: false, chosen: 'another' }, 'self', 'appimage'],
  ['an unpacked folder started from another AppImage', { executable: '/opt/tidemark/tidemark' }, 'fixed', null],
] as const)('knows %s', (_, over, kind, updater) => {
  expect(kindOf(over)).toEqual({ kind, updater })
})
