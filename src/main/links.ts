import type { Shell } from 'electron'
import type { OutsideLink } from '../shared/desktop-rows.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { sentence } from '../shared/sentence.ts'

const REPOSITORY = 'https://github.com/tidemark-app/tidemark'

/** Every address the program ever hands to the user's browser. */
export const LINKS: Readonly<Record<OutsideLink, string>> = {
  home: REPOSITORY,
  manual: `${REPOSITORY}#readme`,
  releases: `${REPOSITORY}/releases`,
  security: `${REPOSITORY}/security/policy`,
  problem: `${REPOSITORY}/issues/new`,
}

/** The address a name stands for, or null: only names of the list, and of those only plain https addresses. */
export function addressOf(link: string, links: Readonly<Record<string, string>> = LINKS): string | null {
  if (!Object.hasOwn(links, link)) return null
  const url = URL.parse(links[link] ?? '')
  return url?.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null
}

/** Opens a page of ours in the user's browser. */
export async function openLink(shell: Pick<Shell, 'openExternal'>, link: string): Promise<Result<null>> {
  const address = addressOf(link)
  if (address === null) return fail({ code: 'denied', sentence: sentence('desktop.link-unknown') })
  try {
    await shell.openExternal(address)
    return ok(null)
  } catch {
    return fail({ code: 'unavailable', sentence: sentence('desktop.link-not-opened', { address }) })
  }
}
