import type { BrowserContextOptions } from '@playwright/test'

/** How pages are shown, as the runner's options have it. */
export interface Look {
  readonly locale: string | undefined
  readonly timezoneId: string | undefined
  readonly colorScheme: BrowserContextOptions['colorScheme'] | undefined
}

/** As Playwright takes it: what is not set is left out. */
export function worn({ locale, timezoneId, colorScheme }: Look): BrowserContextOptions {
  return {
    ...(locale !== undefined && { locale }),
    ...(timezoneId !== undefined && { timezoneId }),
    ...(colorScheme !== undefined && { colorScheme }),
  }
}
