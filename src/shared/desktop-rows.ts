import { z } from 'zod'
import { accountIdField, instrumentIdField, maybeTime, sentenceField, text, time } from './fields.ts'

/** A place in the page that can be shown: a tab, and what is chosen in it. */
export const place = z.strictObject({
  tab: z.enum(['account', 'markets', 'alerts', 'system', 'settings']),
  account: z.union([z.literal('all'), accountIdField]).nullable(),
  instrument: instrumentIdField.nullable(),
})
export type Place = z.infer<typeof place>

/** Where the program asks the page to go. One row `wanted`; a page follows a number it has not followed yet. */
export const wantedPlace = z.strictObject({ ...place.shape, number: z.int().min(1), at: time })
export type WantedPlace = z.infer<typeof wantedPlace>

/** What the operating system may tell the user about: with a sound, without, or not at all. */
export const noticeCategories = z.enum(['alert', 'fill', 'connection', 'account', 'program'])
export type NoticeCategory = z.infer<typeof noticeCategories>
export const noticeLevel = z.enum(['on', 'silent', 'off'])
export type NoticeLevel = z.infer<typeof noticeLevel>
export const noticeLevels = z.strictObject({
  alert: noticeLevel,
  fill: noticeLevel,
  connection: noticeLevel,
  account: noticeLevel,
  program: noticeLevel,
})

/** Minutes of the user's day, 0 to 1439; a stretch that ends before it begins runs over midnight. */
export const quietHours = z.strictObject({ from: z.int().min(0).max(1439), to: z.int().min(0).max(1439) })
export type QuietHours = z.infer<typeof quietHours>

/** What the user chose of how the program lives on this computer; the same in demo and live. */
export const desktopChoices = z.strictObject({
  startAtLogin: z.boolean(),
  /** A start at login shows the tray icon alone. */
  startHidden: z.boolean(),
  /** Closing the window keeps watching in the tray. */
  closeToTray: z.boolean(),
  checkForUpdates: z.boolean(),
  notices: noticeLevels,
  quietHours: quietHours.nullable(),
  /** Notices are held back until then. */
  pausedUntil: maybeTime,
})
export type DesktopChoices = z.infer<typeof desktopChoices>

/** The choices and what this computer can do of them. One row `desktop`; none where there is no desktop app. */
export const desktopRow = z.strictObject({
  ...desktopChoices.shape,
  /** Why a choice has no effect here, where it has none. */
  loginProblem: sentenceField.nullable(),
  trayProblem: sentenceField.nullable(),
  noticeProblem: sentenceField.nullable(),
})
export type DesktopRow = z.infer<typeof desktopRow>

/** An update of the program. One row `update`; none where the program cannot update itself. */
export const updateRow = z.strictObject({
  state: z.enum(['off', 'unavailable', 'idle', 'checking', 'found', 'downloading', 'verifying', 'ready']),
  current: text(40),
  /** The newer version there is; null while none is known. */
  version: text(40).nullable(),
  /** What is new in it, as plain text. */
  notes: text(20_000).nullable(),
  publishedAt: maybeTime,
  /** Of the download, 0 to 100. */
  percent: z.int().min(0).max(100).nullable(),
  checkedAt: maybeTime,
  /** Why the last attempt came to nothing. */
  problem: sentenceField.nullable(),
})
export type UpdateRow = z.infer<typeof updateRow>

/** Pages of ours the program opens in the user's browser; the addresses themselves stand in main. */
export const outsideLink = z.enum(['home', 'manual', 'releases', 'security', 'problem'])
export type OutsideLink = z.infer<typeof outsideLink>
