import { Notification } from 'electron'
import type { Shell } from '../shell.ts'
import type { Speech } from '../words/speech.ts'
import { createNotices, type Notices } from './notices.ts'
import { createSystemNotice, followActivations } from './system-notice.ts'

/** Notices through the real system. */
export function openNotices(shell: Shell, speech: () => Speech): Notices {
  const { choices, clock, goTo, log, places, problems, voice, window } = shell
  return createNotices({
    clock,
    log,
    platform: process.platform,
    support: Notification.isSupported() ? 'supported' : 'unsupported',
    createNotification: createSystemNotice,
    speech,
    choices: choices.current,
    timeZone: voice.timeZone,
    eyesOn: () => (window.isFocused() ? places.shown() : null),
    open: (place) => (place === null ? window.show() : goTo(place)),
    onActivation: (take) => followActivations(process.platform, take),
    problem: (problem) => problems.set('notice', problem),
  })
}
