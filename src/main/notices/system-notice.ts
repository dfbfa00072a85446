import { Notification, type NotificationConstructorOptions } from 'electron'
import type { SystemNotice, SystemNoticeEvents } from './slot.ts'

/** A notification of the real system. */
export function createSystemNotice(options: NotificationConstructorOptions, events: SystemNoticeEvents): SystemNotice {
  const made = new Notification(options)
  made.on('show', () => events.shown())
  made.on('click', () => events.clicked())
  made.on('close', ({ reason }) => events.closed(reason === 'timedOut' ? 'timed-out' : 'gone'))
  made.on('failed', (_, why) => events.failed(why))
  return made
}

/**
 * Windows tells of every click here, also of one on a notice whose object is gone or that an earlier run showed; in
 * these words: `type=click&tag=…`. Null where they name none.
 */
export function followActivations(platform: NodeJS.Platform, take: (id: string | null) => void): void {
  if (platform !== 'win32') return
  Notification.handleActivation(({ type, arguments: said }) => {
    if (type === 'click') take(new URLSearchParams(said).get('tag'))
  })
}
