import { EventEmitter } from 'node:events'
import type { Notification, NotificationConstructorOptions } from 'electron'
import type { Context } from './context.ts'
import { createEvent } from './electron-event.ts'
import { newable } from './menus.ts'
import type { Images } from './native-image.ts'
import { present } from './present.ts'
import type { RecordedNotification } from './protocol.ts'

export interface Notifications {
  readonly Notification: typeof Notification
  /** By number, from 1 in the order they were shown. */
  click(number: number): void
  dismiss(number: number): void
  recorded(): readonly RecordedNotification[]
}

interface Shown {
  readonly notification: Notification
  readonly state: { shown: RecordedNotification['state'] }
}

export function createNotifications(context: Context, images: Images): Notifications {
  const shown: Shown[] = []
  const { environment, changed } = context
  const isSupported = (): boolean => environment.hasNotifications

  function add(options: NotificationConstructorOptions = {}): Notification {
    needReadable(context, images, options)
    const state: Shown['state'] = { shown: 'closed' }
    const own = { state, add: (notification: Notification) => void shown.push({ notification, state }) }
    return createNotification(context, options, own)
  }

  function open(number: number): Shown {
    const found = shown[number - 1]
    if (found === undefined) throw new Error(`There is no notification ${number}; ${shown.length} were shown.`)
    if (found.state.shown !== 'shown') throw new Error(`Notification ${number} is no longer there.`)
    return found
  }

  function end(number: number, how: 'clicked' | 'closed'): void {
    const { notification, state } = open(number)
    state.shown = how
    changed()
    if (how === 'clicked') notification.emit('click', createEvent({}))
    notification.emit('close', createEvent({ reason: 'userCanceled' }))
  }

  return {
    Notification: Object.assign(newable(add), { isSupported }) as unknown as typeof Notification, // no class is needed
    click: (number) => end(number, 'clicked'),
    dismiss: (number) => end(number, 'closed'),
    recorded: () => shown.map(record),
  }
}

interface OwnPorts extends Pick<Shown, 'state'> {
  readonly add: (notification: Notification) => void
}

function createNotification(
  { environment, changed }: Context,
  options: NotificationConstructorOptions,
  { state, add }: OwnPorts,
): Notification {
  const events = new EventEmitter()

  function show(): void {
    if (!environment.hasNotifications) return void events.emit('failed', createEvent({}), 'Not supported')
    state.shown = 'shown'
    add(notification)
    changed()
    events.emit('show', createEvent({}))
  }

  function close(): void {
    if (state.shown !== 'shown') return
    state.shown = 'closed'
    changed()
    events.emit('close', createEvent({ reason: 'applicationHidden' }))
  }

  const notification: Notification = present<Notification>(events, {
    title: options.title ?? '',
    subtitle: options.subtitle ?? '',
    body: options.body ?? '',
    silent: options.silent ?? false,
    urgency: options.urgency ?? 'normal',
    timeoutType: options.timeoutType ?? 'default',
    actions: options.actions ?? [],
    show,
    close,
  })
  return notification
}

function record({ notification, state }: Shown, index: number): RecordedNotification {
  const { title, body, silent, urgency } = notification
  return { number: index + 1, title, body, silent, urgency, state: state.shown }
}

function needReadable({ strict, life }: Context, images: Images, options: NotificationConstructorOptions): void {
  strict.need(life.isReady(), 'Cannot create Notification before app is ready')
  strict.needKnownOptions('NotificationConstructorOptions', options, 'Notification')
  const { urgency, timeoutType, icon } = options
  strict.needKnownText('NotificationConstructorOptions', 'urgency', urgency, 'Notification')
  strict.needKnownText('NotificationConstructorOptions', 'timeoutType', timeoutType, 'Notification')
  if (icon !== undefined) images.pathOf(icon, 'Notification')
}
