// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { prepareDom } from '../test/dom.ts'
import { settled, show } from '../test/fake-page.tsx'
import { Guarded } from './guarded.tsx'

prepareDom()

it('lets a part fail alone, says so, and shows it again when it works again', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const reported = vi.fn()
  vi.stubGlobal('reportError', reported)
  const health = { broken: true }
  function Part() {
    if (health.broken) throw new Error('no canvas')
    return <p>drawn</p>
  }
  const part = (
    <>
      <Guarded name="chart">
        <Part />
      </Guarded>
      <p>neighbour</p>
    </>
  )
  show(settled(), part)
  expect(screen.getByRole('alert').textContent).toContain('the rest goes on')
  expect(screen.getByText('neighbour')).toBeTruthy()
  expect(String(reported.mock.calls[0]?.[0])).toContain('chart failed: Error: no canvas')
  health.broken = false
  fireEvent.click(screen.getByRole('button', { name: 'Load it again' }))
  expect(screen.getByText('drawn')).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
})
