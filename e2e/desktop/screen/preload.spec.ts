import { expect } from '@playwright/test'
import { test } from './test/fake-main.ts'

/** What `test/preload.ts` exposes, as far as it is asked of here. */
interface Api {
  readonly [name: string]: unknown
  readonly deep: { double(value: number): number }
  throws(): void
  later(value: number): Promise<number>
  echo<T>(value: T): T
  isPlainHere(value: unknown): boolean
  send(...values: readonly unknown[]): void
  exposeAgain(): unknown
}

declare global {
  interface Window {
    readonly api: Api
    readonly early: string
    readonly got: readonly unknown[] | undefined
    readonly hiddenFromThePage: unknown
  }
}

test('what a preload exposes is there before the page’s first script: copied, frozen and for good', async ({
  main,
}) => {
  const page = main.window.page()
  expect(await page.evaluate(() => window.early)).toBe('object')
  const seen = await page.evaluate(() => {
    const { api } = window
    const { writable, configurable } = Object.getOwnPropertyDescriptor(window, 'api') ?? {}
    return {
      amount: api['amount'],
      list: api['list'],
      custom: api['custom'],
      plain: Object.getPrototypeOf(api['custom']) === Object.prototype,
      date: api['date'] instanceof Date,
      hasSymbol: 'symbol' in api,
      frozen: [api, api.deep, api['list']].every((each) => Object.isFrozen(each)),
      fixed: writable === false && configurable === false,
      again: api.exposeAgain(),
    }
  })
  expect(seen).toEqual({
    amount: 1,
    list: [1, { deep: true }],
    custom: { own: 1 },
    plain: true,
    date: true,
    hasSymbol: false,
    frozen: true,
    fixed: true,
    again: 'Cannot bind an API on top of an existing property on the window object',
  })
})

test('functions are called in their own world, with copies', async ({ main }) => {
  const seen = await main.window.page().evaluate(async () => {
    const { api } = window
    const own = (): number => 1
    const given = { x: [1] }
    const thrown = (() => {
      try {
        return api.throws()
      } catch (error) {
        return error instanceof Error && [error.constructor === Error, error.message]
      }
    })()
    const back = api.echo(given)
    return {
      double: api.deep.double(4),
      later: await api.later(4),
      thrown,
      home: api.echo(own) === own,
      copied: back !== given && back.x[0] === 1 && Array.isArray(back.x),
      plain: api.isPlainHere(given),
    }
  })
  expect(seen).toEqual({ double: 8, later: 5, thrown: [true, 'refused'], home: true, copied: true, plain: true })
})

test('the page finds nothing of the preload’s world, nor the way into it', async ({ main }) => {
  const page = main.window.page()
  const found = await page.evaluate(() => ({
    hidden: window.hiddenFromThePage,
    names: Object.getOwnPropertyNames(window).filter((name) => /^[bhi][0-9a-f]{32}$/.test(name)),
    module: window.api['refusedModule'],
    member: window.api['refusedMember'],
  }))
  expect(found).toEqual({
    names: [],
    module: 'module not found: node:fs',
    member: 'ipcRenderer.sendSync is not made in the stand-in',
  })
})

test('a script that replaces what events are made of does not get hold of the bridge', async ({ main }) => {
  const caught = await main.window.page().evaluate(() => {
    const caught: string[] = []
    for (const [target, name] of [
      [EventTarget.prototype, 'dispatchEvent'],
      [EventTarget.prototype, 'addEventListener'],
    ] as const) {
      Reflect.set(target, name, () => void caught.push(name))
    }
    Object.defineProperty(CustomEvent.prototype, 'detail', { get: () => void caught.push('detail') })
    return [window.api.deep.double(4), ...caught]
  })
  expect(caught).toEqual([8])
})

test('messages go up and down in order, whatever structured clone carries, and nothing else', async ({ main }) => {
  const page = main.window.page()
  await page.evaluate(() => window.api.send('a', { list: [1, undefined, new Date(1)] }, new Map([['k', 1n]])))
  const refused = page.evaluate(() => window.api.send(() => 1))
  await expect(refused).rejects.toThrow('An object could not be cloned.')
  const messages = main.notices.filter(({ kind }) => kind === 'message')
  expect(messages).toEqual([
    {
      kind: 'message',
      window: 1,
      message: {
        channel: 'link',
        values: ['a', { list: [1, undefined, new Date(1)] }, new Map([['k', 1n]])],
        frame: { isMain: true, url: 'app://main/', origin: 'app://main' },
      },
    },
  ])
  for (let count = 0; count < 200; count += 1) main.window.deliver('link', ['x'.repeat(10_000), count])
  await expect.poll(() => page.evaluate(() => window.got?.at(-1))).toBe(199)
  expect(await page.evaluate(() => window.got?.[0])).toBe(true)
})
