import { dialogWords } from './dialogs.ts'
import { menuWords } from './menu.ts'
import { noticeWords } from './notices.ts'
import { trayWords } from './tray.ts'

/** The words of everything main shows by itself: menu, tray, notices. Whole sentences stand in `shared/sentences`. */
export const mainWords = { ...dialogWords, ...menuWords, ...noticeWords, ...trayWords }
