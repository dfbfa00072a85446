import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { CDPSession } from '@playwright/test'
import { createBridge } from './bridge.ts'
import { openPageWorld } from './page-world.ts'
import { runPreload, type FromPreload, type WorldNames } from './preload-world.ts'
import { createValues } from './values.ts'

export interface Worlds {
  /** Hands a message of main to the preload's listeners; one that no document is there for is lost, as in Electron. */
  deliver(channel: string, values: readonly unknown[]): void
}

/**
 * Puts a preload into every document of a page, in a world isolated from the page's own. Frames within have the world
 * too, and no preload runs in them; what main sends is the main frame's alone.
 */
export async function openWorlds(
  session: CDPSession,
  preload: string,
  hear: (said: FromPreload) => void,
): Promise<Worlds> {
  const nonce = randomUUID().replaceAll('-', '')
  const names = { handshake: `h${nonce}`, binding: `b${nonce}`, inbox: `i${nonce}` }
  const worldName = `preload-${nonce}`
  const current = { context: null as number | null }
  const values = createValues()

  const { frameTree } = await session.send('Page.getFrameTree')

  session.on('Runtime.executionContextCreated', ({ context }) => {
    const { isDefault, type, frameId } = context.auxData as { isDefault?: boolean; type?: string; frameId?: string }
    const isOurs = context.name === worldName && isDefault === false && type === 'isolated'
    if (isOurs && frameId === frameTree.frame.id) current.context = context.id
  })
  session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
    if (current.context === executionContextId) current.context = null
  })
  session.on('Runtime.executionContextsCleared', () => (current.context = null))
  session.on('Runtime.bindingCalled', ({ name, payload }) => {
    // What the binding carries was written by our own preload world.
    if (name === names.binding) hear(JSON.parse(payload) as FromPreload)
  })
  await session.send('Runtime.enable')
  await session.send('Page.enable')
  await session.send('Runtime.addBinding', { name: names.binding, executionContextName: worldName })
  // The isolated world first: it listens before the page's own world hands over the port.
  await session.send('Page.addScriptToEvaluateOnNewDocument', { worldName, source: await isolated(names, preload) })
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source: pages(names) })

  return {
    deliver: (channel, sent) => {
      if (current.context === null) return
      const call = {
        functionDeclaration: `function (message) { globalThis.${names.inbox}(message) }`,
        executionContextId: current.context,
        arguments: [{ value: { channel, values: values.write(sent) } }],
        silent: true,
      }
      // A document that went away meanwhile takes its messages with it.
      session.send('Runtime.callFunctionOn', call).catch(() => undefined)
    },
  }
}

async function isolated(names: WorldNames, preload: string): Promise<string> {
  const code = await readFile(preload, 'utf8')
  const body = `function (require, module, exports) {${code}\n}`
  const makers = `{ makeBridge: ${createBridge.toString()}, makeValues: ${createValues.toString()} }`
  return `(${runPreload.toString()})(${JSON.stringify(names)}, ${body}, ${makers})`
}

function pages(names: WorldNames): string {
  return `(${openPageWorld.toString()})(${JSON.stringify(names)}, ${createBridge.toString()})`
}
