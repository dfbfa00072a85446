import type { DesktopRow, UpdateRow } from '../../shared/desktop-rows.ts'
import { NOW } from './rows.ts'

export function desktopRow(over: Partial<DesktopRow> = {}): DesktopRow {
  return {
    startAtLogin: false,
    startHidden: false,
    closeToTray: true,
    checkForUpdates: true,
    notices: { alert: 'on', fill: 'on', connection: 'silent', account: 'on', program: 'off' },
    quietHours: null,
    pausedUntil: null,
    loginProblem: null,
    trayProblem: null,
    noticeProblem: null,
    ...over,
  }
}

export function updateRow(over: Partial<UpdateRow> = {}): UpdateRow {
  return {
    state: 'idle',
    current: '0.1.0',
    version: null,
    notes: null,
    publishedAt: null,
    percent: null,
    checkedAt: NOW - 3_600_000,
    problem: null,
    ...over,
  }
}
