import { EventEmitter } from 'node:events'
import type { IpcMain } from 'electron'
import { present } from './present.ts'

/** Messages reach it from web-contents.ts. Only one-way messages: the app's page asks for nothing else. */
export function createIpcMain(): IpcMain {
  return present<IpcMain>(new EventEmitter(), {})
}
