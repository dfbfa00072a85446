import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

const ROW_PX = 36
const AREA_PX = 720

/** Gives jsdom what it lacks and the page needs: sizes, dialogs, media queries. Call it once at the top of a test file. */
export function prepareDom(): void {
  afterEach(cleanup)
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  define(window, 'matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }))
  define(window, 'ResizeObserver', SilentObserver)
  define(window, 'IntersectionObserver', SilentObserver)
  define(Element.prototype, 'scrollIntoView', () => undefined)
  size('offsetHeight', (element) => (element.tagName === 'TR' ? ROW_PX : AREA_PX))
  for (const each of ['offsetWidth', 'clientWidth', 'clientHeight']) size(each, () => AREA_PX)
  define(HTMLDialogElement.prototype, 'showModal', function (this: HTMLDialogElement) {
    this.setAttribute('open', '')
  })
  define(HTMLDialogElement.prototype, 'close', function (this: HTMLDialogElement) {
    this.removeAttribute('open')
  })
}

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { configurable: true, writable: true, value })
}

function size(name: string, of: (element: HTMLElement) => number): void {
  Object.defineProperty(name.startsWith('client') ? Element.prototype : HTMLElement.prototype, name, {
    configurable: true,
    get(this: HTMLElement) {
      return of(this)
    },
  })
}

/** Sizes never change in jsdom, and nothing comes into sight. */
function SilentObserver() {
  return { observe() {}, unobserve() {}, disconnect() {} }
}
