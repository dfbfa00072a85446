import { useCallback } from 'react'
import type { ChannelKind } from '../../../../shared/channel-rows.ts'
import { useWords } from '../../../words/words.ts'

export interface Named {
  readonly label: string
  readonly settings: { readonly kind: ChannelKind }
}

/**
 * What a channel is called: by the user, else by what it is. The notices of this computer are the desktop app's, or the
 * browser's that this page is open in, and are called so.
 */
export function useChannelName(): (row: Named) => string {
  const say = useWords()
  return useCallback(
    ({ label, settings: { kind } }) => {
      if (kind === 'os') return say(window.engineLink === undefined ? 'channel.kind.browser' : 'channel.kind.os')
      return label === '' ? say(`channel.kind.${kind}`) : label
    },
    [say],
  )
}
