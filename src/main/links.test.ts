import { describe, expect, it } from 'vitest'
import { outsideLink } from '../shared/desktop-rows.ts'
import { addressOf, LINKS, openLink } from './links.ts'

function fakeSystem(outcome: 'opens' | 'fails') {
  const opened: string[] = []
  const openExternal = (url: string) => {
    opened.push(url)
    return outcome === 'opens' ? Promise.resolve() : Promise.reject(new Error('no browser'))
  }
  return { opened, openExternal }
}

it.each(outsideLink.options)('%s leads to a page of ours over https', (link) => {
  const url = new URL(addressOf(link) ?? '')
  expect([url.protocol, url.host]).toEqual(['https:', 'github.com'])
  expect(url.pathname).toMatch(/^\/tidemark-app\/tidemark(\/|$)/)
})

describe('what is no name of the list opens nothing', () => {
  it.each([
    'https://github.com/tidemark-app/tidemark',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'ms-msdt:/id PCWDiagnostic',
    'smb://evil.example/share',
    '//evil.example',
    '\\\\evil.example\\share',
    'home ',
    'HOME',
    ' home',
    'home\u0000',
    'home/../problem',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '',
  ])('%j', async (link) => {
    const system = fakeSystem('opens')
    // The page's word for it, which need not be one of the list.
    expect(await openLink(system, link as 'home')).toMatchObject({ ok: false, failure: { code: 'denied' } })
    expect(system.opened).toEqual([])
  })
})

describe('an address that is not plain https is refused even in the list', () => {
  it.each([
    'http://github.com/tidemark-app/tidemark',
    'HTTP://github.com',
    'file:///etc/passwd',
    'https:/\u0000/',
    'https://user@evil.example/',
    'https://github.com:secret@evil.example/',
    'javascript://github.com/%0aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    ' javascript:alert(1)',
    'vscode://file/etc/passwd',
    'github.com',
    '',
  ])('%j', (address) => {
    expect(addressOf('home', { home: address })).toBeNull()
  })
})

it('opens exactly the address of the list', async () => {
  const system = fakeSystem('opens')
  expect(await openLink(system, 'releases')).toEqual({ ok: true, value: null })
  expect(system.opened).toEqual([LINKS.releases])
})

it('names the address where no browser opens', async () => {
  const answer = await openLink(fakeSystem('fails'), 'home')
  expect(answer).toMatchObject({ ok: false, failure: { sentence: { values: { address: LINKS.home } } } })
})
