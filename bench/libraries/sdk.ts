import { loadPackage, type Library } from './library.ts'

/** The SDKs' WebSocket clients share their author and their shape. */
interface SdkClient {
  on(event: string, take: () => void): void
  onWsMessage(event: { readonly type: 'message'; readonly data: string }, key: string, socket: object): void
}

type Make = new (options: object, logger: object) => SdkClient

interface Sdk {
  readonly packageName: string
  readonly event: string
  readonly key: string
  readonly kinds: readonly string[]
  readonly options: object
  readonly does: string
}

const nothing = (): void => undefined
const logger = {
  trace: nothing,
  info: nothing,
  error: nothing,
  silly: nothing,
  debug: nothing,
  notice: nothing,
  warning: nothing,
}

/** A venue's best-known SDK: its client hears each text and emits what it parsed. */
export async function sdkLibrary({ packageName, event, key, kinds, options, does }: Sdk): Promise<Library> {
  const { WebsocketClient } = (await loadPackage(packageName)) as { readonly WebsocketClient: Make }
  const client = new WebsocketClient(options, logger)
  const heard = { count: 0 }
  client.on(event, () => {
    heard.count += 1
  })
  return {
    name: packageName,
    does,
    kinds,
    take: ({ text }) => client.onWsMessage({ type: 'message', data: text }, key, {}),
    understood: () => heard.count,
  }
}
