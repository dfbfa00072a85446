import { Notification, type NotificationConstructorOptions } from 'electron'
import type { SystemNotice, SystemNoticeEvents } from './slot.ts'

/** A notification of the real system. */
export function createSystemNotice(options: NotificationConstructorOptions, events: SystemNoticeEvents): SystemNotice {
  const made = new Notification(options)
  made.on('show', () => events.shown())
  made.on('click', () => events.clicked())
  made.on('close', () => events.closed())
  made.on('failed', (_, why) => events.failed(why))
  return made
}
