import { expect, it } from 'vitest'
import { appImageOf } from './app-image.ts'

const APPIMAGE = '/home/me/Tidemark.AppImage'
const APPDIR = '/tmp/.mount_Tide'

it.each([
  ['its file', '/tmp/.mount_Tide/tidemark', { APPIMAGE, APPDIR }, APPIMAGE],
  ['none of another AppImage’s terminal', '/opt/Tidemark/tidemark', { APPIMAGE, APPDIR }, null],
  ['none for a folder beside the one that is mounted', '/tmp/.mount_Tide2/tidemark', { APPIMAGE, APPDIR }, null],
  ['none of no absolute path', '/tmp/.mount_Tide/tidemark', { APPIMAGE: 'Tidemark.AppImage', APPDIR }, null],
  ['none without a folder', '/tmp/.mount_Tide/tidemark', { APPIMAGE }, null],
  ['none for an empty folder, which every path lies in', '/opt/Tidemark/tidemark', { APPIMAGE, APPDIR: '' }, null],
  ['none where nothing is told', '/opt/Tidemark/tidemark', {}, null],
])('%s', (_, executable, environment, file) => {
  expect(appImageOf(executable, environment)).toBe(file)
})
