import type { App } from 'electron'
import { LINKS } from './links.ts'

/** What the system's own About box says. */
export function fillAboutPanel(app: Pick<App, 'setAboutPanelOptions'>, version: string): void {
  app.setAboutPanelOptions({
    applicationName: 'Tidemark',
    applicationVersion: version,
    copyright: 'The Tidemark authors, MIT licence',
    website: LINKS.home,
  })
}
