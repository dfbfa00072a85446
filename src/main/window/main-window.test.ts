import { describe, expect, it } from 'vitest'
import { DISPLAY, openWindowStage } from '../test/window-stage.ts'

const bounds = { x: 300, y: 200, width: 1000, height: 700 }

describe('opening', () => {
  it('shows nothing before there is something to show', () => {
    const { main, newest } = openWindowStage()
    main.show()
    expect([newest().state.visible, newest().state.loaded]).toEqual([false, ['app://main/']])
    newest().emit('ready-to-show')
    expect([newest().state.visible, newest().state.focused]).toEqual([true, true])
  })

  it('is prepared without being shown, and is the one that is shown then', () => {
    const { main, made, newest } = openWindowStage()
    main.prepare()
    newest().emit('ready-to-show')
    expect([newest().state.visible, newest().state.loaded]).toEqual([false, ['app://main/']])
    main.prepare()
    main.show()
    expect([made.length, newest().state.visible, newest().state.focused]).toEqual([1, true, true])
  })

  it('walls the page in', () => {
    const { main, newest } = openWindowStage()
    main.show()
    expect(newest().options).toMatchObject({
      show: false,
      minWidth: 640,
      minHeight: 480,
      webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false, devTools: false },
    })
    expect(newest().options.webPreferences?.preload).toBe('/built/preload.cjs')
  })

  it('takes up where it was left: place, size, zoom, maximised', () => {
    const { newest, showReady } = openWindowStage({ bounds, maximised: true, zoom: 1.5 })
    showReady()
    expect(newest().options).toMatchObject({ ...bounds, webPreferences: { zoomFactor: 1.5 } })
    expect(newest().state.maximised).toBe(true)
    newest().state.zoom = 1
    newest().contents.emit('did-finish-load')
    expect(newest().state.zoom).toBe(1.5)
  })

  it('shows the one there is instead of a second', () => {
    const { main, made, showReady } = openWindowStage()
    const { state } = showReady()
    state.minimised = true
    main.show()
    expect([made.length, state.minimised, state.focused]).toEqual([1, false, true])
  })
})

describe('what is remembered', () => {
  it('follows the user', () => {
    const { now, showReady } = openWindowStage()
    const { move, state, emit } = showReady()
    move(bounds)
    expect(now.memory).toMatchObject({ bounds, maximised: false })
    state.maximised = true
    emit('maximize')
    expect(now.memory.maximised).toBe(true)
  })

  it.each(['minimised', 'fullScreen'] as const)('is nothing of where a %s window stands', (form) => {
    const { now, showReady } = openWindowStage({ bounds })
    const { move, state } = showReady()
    state[form] = true
    move({ x: -32_000, y: -32_000, width: 160, height: 28 })
    expect(now.memory.bounds).toEqual(bounds)
  })

  it('is nothing of where a hidden window stands', () => {
    const { main, now, newest } = openWindowStage({ bounds })
    main.show()
    newest().move({ x: 1, y: 1, width: 700, height: 500 })
    expect(now.memory.bounds).toEqual(bounds)
  })
})

describe('zoom', () => {
  it('is set and remembered, by menu and by wheel', () => {
    const { main, now, showReady } = openWindowStage()
    const { contents, state } = showReady()
    main.zoom('in')
    expect([state.zoom, now.memory.zoom]).toEqual([1.1, 1.1])
    contents.emit('zoom-changed', {}, 'out')
    contents.emit('zoom-changed', {}, 'out')
    expect([state.zoom, now.memory.zoom]).toEqual([0.9, 0.9])
    main.zoom('reset')
    expect([state.zoom, now.memory.zoom]).toEqual([1, 1])
  })

  it('is remembered also while there is no window', () => {
    const { main, now } = openWindowStage()
    main.zoom('out')
    expect(now.memory.zoom).toBe(0.9)
  })
})

describe('closing', () => {
  it('hides the window and keeps its page', () => {
    const { main, did, showReady } = openWindowStage()
    const hidden: string[] = []
    main.onHidden(() => hidden.push('hidden'))
    const { close, state } = showReady()
    expect(close()).toBe(false)
    expect([state.visible, state.destroyed, hidden, did]).toEqual([false, false, ['hidden'], ['served']])
    main.show()
    expect(state.visible).toBe(true)
  })

  it('is told once the window is hidden, and only where closing hid it', () => {
    const { main, showReady } = openWindowStage()
    const hidden: boolean[] = []
    const { close, state, window } = showReady()
    main.onHidden(() => hidden.push(state.visible))
    window.hide()
    close()
    main.show()
    expect(hidden).toEqual([])
    close()
    expect(hidden).toEqual([false])
  })

  it('leaves the full screen before it hides', () => {
    const { showReady } = openWindowStage()
    const { close, state } = showReady()
    state.fullScreen = true
    close()
    expect([state.fullScreen, state.visible]).toEqual([false, false])
  })

  it('ends the window when it should, and the next one is new', () => {
    const { main, did, made, now, showReady } = openWindowStage()
    now.closing = 'close'
    expect(showReady().close()).toBe(true)
    expect(did).toEqual(['served', 'served no more', 'closed'])
    expect([main.isVisible(), main.isFocused()]).toEqual([false, false])
    main.show()
    expect(made).toHaveLength(2)
  })

  it('brings a hidden window back to a display that is there', () => {
    const { main, now, showReady } = openWindowStage({ bounds: { ...bounds, x: 2000 } })
    now.displays = [DISPLAY, { workArea: { x: 1920, y: 0, width: 1920, height: 1080 } }]
    const { close, state } = showReady()
    close()
    now.displays = [DISPLAY]
    main.show()
    expect(state.bounds).toEqual({ ...bounds, x: 920 })
  })
})

describe('a crash', () => {
  it('is told with its reason, and a good end is none', () => {
    const { did, log, showReady } = openWindowStage()
    const { contents } = showReady()
    contents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 })
    expect(did).toEqual(['served'])
    contents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 9 })
    expect(did).toEqual(['served', 'crash'])
    expect(log.lines.at(-1)).toMatchObject({ level: 'error', fields: { reason: 'oom', exitCode: 9 } })
  })

  it('is followed by a new window in the same place, never by none', () => {
    const { main, did, made, newest, showReady } = openWindowStage()
    const old = showReady()
    old.move(bounds)
    main.rebuild()
    expect([made.length, old.state.destroyed, newest().options.x]).toEqual([2, true, 300])
    expect(did).toEqual(['served', 'served', 'served no more'])
    newest().emit('ready-to-show')
    expect(newest().state.visible).toBe(true)
  })

  it('of a hidden window shows nothing', () => {
    const { main, newest, showReady } = openWindowStage()
    showReady().close()
    main.rebuild()
    newest().emit('ready-to-show')
    expect(newest().state.visible).toBe(false)
    main.show()
    expect(newest().state.visible).toBe(true)
  })

  it.each([
    ['behind', { focused: false }, { visible: true, focused: false, minimised: false }],
    ['minimised', { focused: false, minimised: true }, { focused: false, minimised: true }],
  ])('of a window that is %s does not bring it before the user', (_, before, after) => {
    const { main, newest, showReady } = openWindowStage()
    Object.assign(showReady().state, before)
    main.rebuild()
    newest().emit('ready-to-show')
    expect(newest().state).toMatchObject(after)
  })

  it('without a window makes none', () => {
    const { main, made } = openWindowStage()
    main.rebuild()
    expect(made).toEqual([])
  })
})

it('logs a page that hangs, and one that comes back', () => {
  const { log, showReady } = openWindowStage()
  const { contents } = showReady()
  contents.emit('unresponsive')
  contents.emit('responsive')
  contents.emit('did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND')
  expect(log.lines.map(({ level }) => level)).toEqual(['warn', 'info', 'error'])
})

it('is repainted in the theme of the day', () => {
  const { main, now, showReady } = openWindowStage()
  const { state } = showReady()
  now.ground = '#f4f6f8'
  main.repaint()
  expect(state.ground).toBe('#f4f6f8')
})

it('tells that it was focused, hidden and closed', () => {
  const { main, now, showReady } = openWindowStage()
  const seen: string[] = []
  main.onChange(() => seen.push(`${main.isVisible()} ${main.isFocused()}`))
  const { close } = showReady()
  close()
  now.closing = 'close'
  main.show()
  close()
  expect(seen).toEqual(['true false', 'true true', 'false false', 'true false', 'true true', 'false false'])
})
