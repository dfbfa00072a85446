import { randomUUID } from 'node:crypto'
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
  /** Windows takes it off the screen and keeps it in the Action Center: `close` is emitted, and it may still be clicked. */
  timeOut(number: number): void
  recorded(): readonly RecordedNotification[]
}

interface Shown {
  readonly notification: Notification
  readonly state: { shown: RecordedNotification['state'] }
}

export function createNotifications(context: Context, images: Images): Notifications {
  const shown: Shown[] = []
  const { changed } = context
  const activation = createActivation(context)

  function add(options: NotificationConstructorOptions = {}): Notification {
    needReadable(context, images, options)
    const state: Shown['state'] = { shown: 'closed' }
    return createNotification(context, options, { state, add: (notification) => join({ notification, state }) })
  }

  /** One of a name is shown at a time: the system replaces it, and tells nobody. */
  function join(next: Shown): void {
    const { id } = next.notification
    for (const each of shown) if (id !== undefined && id === each.notification.id) each.state.shown = 'closed'
    shown.push(next)
  }

  function find(number: number): Shown {
    const found = shown[number - 1]
    if (found === undefined) throw new Error(`There is no notification ${number}; ${shown.length} were shown.`)
    if (!isThere(found.state)) throw new Error(`Notification ${number} is no longer there.`)
    return found
  }

  function end(number: number, how: 'clicked' | 'closed' | 'timed-out'): void {
    const { notification, state } = find(number)
    const wasOnScreen = state.shown === 'shown'
    state.shown = how
    changed()
    if (how === 'clicked') activation.clicked(notification)
    const reason = how === 'timed-out' ? 'timedOut' : 'userCanceled'
    if (wasOnScreen) notification.emit('close', createEvent({ reason }))
  }

  return {
    Notification: Object.assign(newable(add), activation.statics) as unknown as typeof Notification, // no class is needed
    click: (number) => end(number, 'clicked'),
    dismiss: (number) => end(number, 'closed'),
    timeOut: (number) => {
      if (context.environment.platform !== 'win32')
        throw new Error('Only Windows tells of notifications that time out.')
      end(number, 'timed-out')
    },
    recorded: () => shown.map(record),
  }
}

const isThere = ({ shown }: Shown['state']): boolean => shown === 'shown' || shown === 'timed-out'

type Statics = Pick<typeof Notification, 'isSupported' | 'handleActivation'>

/** A click is told to the notification and, on Windows, to whoever handles all of them. */
function createActivation({ environment, strict }: Context) {
  const handlers: Parameters<Statics['handleActivation']>[0][] = []
  const statics: Statics = {
    isSupported: () => environment.hasNotifications,
    handleActivation: (handle) => {
      strict.need(environment.platform === 'win32', 'Notification.handleActivation is there on Windows alone.')
      handlers.splice(0, handlers.length, handle)
    },
  }
  function clicked(notification: Notification): void {
    notification.emit('click', createEvent({}))
    for (const handle of handlers) handle({ type: 'click', arguments: `type=click&tag=${notification.id}` })
  }
  return { statics, clicked }
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
    add(notification)
    state.shown = 'shown'
    changed()
    events.emit('show', createEvent({}))
  }

  /** What left the screen before has told of its end already. */
  function close(): void {
    if (!isThere(state)) return
    const wasOnScreen = state.shown === 'shown'
    state.shown = 'closed'
    changed()
    if (wasOnScreen) events.emit('close', createEvent({ reason: 'applicationHidden' }))
  }

  const notification: Notification = present<Notification>(events, {
    ...namesOf(environment.platform, options),
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

/** Linux knows its notifications by no name. */
function namesOf(platform: NodeJS.Platform, { id, groupId }: NotificationConstructorOptions): Partial<Notification> {
  return platform === 'linux' ? {} : { id: id ?? randomUUID(), groupId: groupId ?? '' }
}

function record({ notification, state }: Shown, index: number): RecordedNotification {
  const { title, body, silent, urgency } = notification
  return { number: index + 1, title, body, silent, urgency, state: state.shown }
}

function needReadable({ strict, life }: Context, images: Images, options: NotificationConstructorOptions): void {
  strict.need(life.isReady(), 'Cannot create Notification before app is ready')
  strict.needKnownOptions('NotificationConstructorOptions', options, 'Notification')
  const { urgency, timeoutType, icon, id } = options
  strict.need(/^[\da-z-]{0,64}$/i.test(id ?? ''), `Notification: Windows takes no tag “${id ?? ''}”.`)
  strict.needKnownText('NotificationConstructorOptions', 'urgency', urgency, 'Notification')
  strict.needKnownText('NotificationConstructorOptions', 'timeoutType', timeoutType, 'Notification')
  if (icon !== undefined) images.pathOf(icon, 'Notification')
}
