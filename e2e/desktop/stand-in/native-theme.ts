import { EventEmitter } from 'node:events'
import type { NativeTheme } from 'electron'
import type { Context } from './context.ts'
import { present } from './present.ts'

export function createNativeTheme({ environment }: Context): NativeTheme {
  const events = new EventEmitter()
  const state = { source: 'system' as NativeTheme['themeSource'] }
  const isDark = (): boolean => (state.source === 'system' ? environment.isDark : state.source === 'dark')
  return present<NativeTheme>(events, {
    get shouldUseDarkColors() {
      return isDark()
    },
    get shouldUseDarkColorsForSystemIntegratedUI() {
      return environment.isDark
    },
    get themeSource() {
      return state.source
    },
    set themeSource(source) {
      const was = isDark()
      state.source = source
      if (isDark() !== was) setImmediate(() => events.emit('updated'))
    },
    shouldUseHighContrastColors: false,
    inForcedColorsMode: false,
  })
}
