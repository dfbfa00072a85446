import { expect } from '@playwright/test'
import { test } from '../desktop/support/test.ts'

const ASKED = [
  'geolocation',
  'notifications',
  'camera',
  'microphone',
  'clipboard-read',
  'midi',
  'background-sync',
  'persistent-storage',
  'storage-access',
  'screen-wake-lock',
  'window-management',
  'local-fonts',
] as const

test('the page is granted nothing but writing text to the clipboard', async ({ desk }) => {
  const app = await desk.launch({ network: 'none' })
  const page = await app.page()
  const { sessionHandlers } = await app.recorded()
  expect(sessionHandlers.toSorted()).toEqual(['check', 'device', 'request'])
  const granted = await page.evaluate(async (names) => {
    const states = names.map(async (name) => {
      const found = await navigator.permissions.query({ name: name as PermissionName }).catch(() => null)
      return found?.state === 'granted' ? [name] : []
    })
    return (await Promise.all(states)).flat()
  }, ASKED)
  // What Chromium grants every page without asking anybody is not ours to deny.
  expect(granted.filter((name) => !['background-sync', 'screen-wake-lock', 'midi'].includes(name))).toEqual([])
})

test('what it asks for all the same is refused', async ({ desk }) => {
  const app = await desk.launch({ network: 'none' })
  const page = await app.page()
  await page.bringToFront()
  const outcomes = await page.evaluate(askForEverything)
  expect(Object.entries(outcomes).filter(([, outcome]) => outcome === 'granted')).toEqual([])
  expect(Object.keys(outcomes).length).toBeGreaterThan(8)
  desk.forgive(/Permissions policy|permission|user gesture/i)
})

/** Of each thing asked for, whether it was got; what is not even there was not, nor an empty list of it. */
async function askForEverything(): Promise<Readonly<Record<string, 'granted' | 'refused'>>> {
  const here = navigator as unknown as Record<string, Record<string, (options?: object) => Promise<unknown>>>
  const asked: Readonly<Record<string, () => Promise<unknown>>> = {
    geolocation: () =>
      new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject, { timeout: 3000 })),
    camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
    microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
    screen: () => navigator.mediaDevices.getDisplayMedia(),
    notifications: async () => {
      if ((await Notification.requestPermission()) !== 'granted') throw new Error('refused')
    },
    'reading the clipboard': () => navigator.clipboard.readText(),
    'reading pictures off the clipboard': () => navigator.clipboard.read(),
    usb: () => here['usb']!['requestDevice']!({ filters: [] }),
    hid: () => here['hid']!['requestDevice']!({ filters: [] }),
    serial: () => here['serial']!['requestPort']!(),
    bluetooth: () => here['bluetooth']!['requestDevice']!({ acceptAllDevices: true }),
    midi: () => navigator.requestMIDIAccess({ sysex: true }),
    'all fonts': () => (window as unknown as { queryLocalFonts(): Promise<unknown> }).queryLocalFonts(),
    files: () => (window as unknown as { showOpenFilePicker(): Promise<unknown> }).showOpenFilePicker(),
  }
  const tell = async (ask: () => Promise<unknown>) => {
    const silence = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('no answer')), 5_000))
    return Promise.race([ask(), silence]).then(
      (got) => (Array.isArray(got) && got.length === 0 ? ('refused' as const) : ('granted' as const)),
      () => 'refused' as const,
    )
  }
  const outcomes = Object.entries(asked).map(async ([name, ask]) => [name, await tell(async () => ask())] as const)
  return Object.fromEntries(await Promise.all(outcomes))
}
