import type { Page } from '@playwright/test'

declare global {
  interface Window {
    /** Moves the page's clock, which is that of its computer. */
    advance(ms: number): void
  }
}

/** Lets a test move the clock of every document the page will show. */
export async function steerPage(page: Page, aheadMs: () => number): Promise<void> {
  await page.addInitScript((already) => {
    const now = Date.now.bind(Date)
    let ahead = already
    Date.now = () => now() + ahead
    window.advance = (ms) => {
      ahead += ms
    }
  }, aheadMs())
}
