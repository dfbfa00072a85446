import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds wrong on a page, with where it stands. Our pages have no frames, for which axe would open a page. */
export async function axe(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id} ${target.join(' ')} ${any[0]?.message ?? ''}`),
  )
}

/** In the page: what is wider than the window, outside of areas made to scroll. */
export function sideways(): readonly string[] {
  const wide = document.documentElement.scrollWidth > innerWidth ? ['the page'] : []
  const main = document.querySelector('main')
  return main !== null && main.scrollWidth > main.clientWidth ? [...wide, 'the tab'] : wide
}

/** In the page: texts that do not fit their boxes; what only screen readers are told is not cut. */
export function cut(): readonly string[] {
  return [...document.querySelectorAll<HTMLElement>('main *, header *, nav *')]
    .filter((element) => element.children.length === 0 && element.textContent.trim() !== '')
    .filter((element) => {
      const { overflowX, clipPath } = getComputedStyle(element)
      return overflowX !== 'visible' && clipPath === 'none' && element.scrollWidth > element.clientWidth + 1
    })
    .map((element) => element.textContent)
}
