// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { sentence } from '../../../shared/sentence.ts'
import { prepareDom } from '../../test/dom.ts'
import { settled, show } from '../../test/fake-page.tsx'
import { NOW, streamRow } from '../../test/rows.ts'
import { Streams } from './streams.tsx'

prepareDom()

const cells = (stream: string) =>
  within(screen.getByRole('row', { name: new RegExp(stream) }))
    .getAllByRole('cell')
    .map((cell) => cell.textContent.trim())

it('tells of each connection what was heard and verified, and how often it broke', () => {
  const fake = settled()
  fake.feed('health.streams', { a: streamRow({ heardAt: NOW - 14_000, verifiedAt: NOW - 180_000 }) })
  show(fake, <Streams />)
  const told = ['Main private Somewhere', 'Live', 'account', '14s', '3m', '38 ms', '2', '0', '—', '']
  expect(cells('Main private')).toEqual(told)
})

it('says of a broken one what is wrong and when it is tried again, and leaves unknown unknown', () => {
  const fake = settled({ language: 'ru' })
  const problem = sentence('link.closed')
  const silent = { heardAt: null, verifiedAt: null, roundTripMs: null, nextTryAt: NOW + 5_000 }
  fake.feed('health.streams', { a: streamRow({ state: 'down', problem, ...silent }) })
  show(fake, <Streams />)
  const [, state, , heard, verified, trip, , , next, why] = cells('Main private')
  expect([state, heard, verified, trip, next]).toEqual(['Офлайн', '—', '—', '—', '12:00:05'])
  expect(why).toMatch(/[а-я]/)
})

it('says that none is open', () => {
  const fake = settled()
  fake.feed('health.streams', {})
  show(fake, <Streams />)
  expect(screen.getByRole('status').textContent).toBe('No connection is open.')
})
