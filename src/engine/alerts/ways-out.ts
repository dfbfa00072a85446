import type { ChannelRow } from '../../shared/channel-rows.ts'
import { readLocale } from '../../shared/format/amount.ts'
import type { Language } from '../../shared/sentence.ts'
import { createTranslate } from '../../shared/translate.ts'
import type { StoredDelivery, StoredRule } from '../ports/alert-store.ts'
import { createAbsenceDocuments } from './absence/absence-document.ts'
import type { AlertOptions, AlertPorts } from './alerts.ts'
import { createRegistry, type Registry } from './channels/registry.ts'
import { createWebNotices, type WebNotices } from './channels/web-notices.ts'
import { compose, type Desk } from './compose.ts'
import { createHolding } from './holding.ts'
import { createOutbox, type Outbox } from './outbox/outbox.ts'
import type { Circumstances } from './planning.ts'
import { createRecent, type Recent } from './recent.ts'
import type { Quiet } from './quiet-end.ts'
import { createTerms, type Terms } from './terms.ts'

/** How alerts leave: channels, the outbox that uses them, and the rows that show what became of each. */
export interface WaysOut {
  readonly registry: Registry
  readonly webNotices: WebNotices
  readonly recent: Recent
  readonly terms: Terms
  readonly outbox: Outbox
  desk(): Desk
  circumstances(): Circumstances
  /** The pause, the quiet hours, the user's zone, a rule or the clock have changed. */
  replan(): void
  /** Keeps these, in the place of what was kept of them, and sends what is due. */
  send(deliveries: readonly StoredDelivery[]): void
}

/** @param rule as it is now; null where it is no more */
export function createWaysOut(
  ports: AlertPorts,
  options: AlertOptions,
  rule: (rule: string) => StoredRule | null,
): WaysOut {
  const { clock, store, log, random } = ports
  const { state, host } = options
  const tables = state.alerts
  const alertStore = store.alerts
  const webNotices = createWebNotices(clock, tables.toShow)
  const terms = createTerms(store, options.desktop, replan)
  const notifier = host.notifier ?? webNotices
  const registry = createRegistry(
    { clock, random, log, store, secrets: ports.vault.secrets, host, notifier },
    tables.channels,
    alertStore.waiting,
    { changed: (channel) => outbox.channelChanged(channel), removed: (channel) => outbox.channelRemoved(channel) },
  )
  const recent = createRecent(alertStore, tables, (channel) => labelOf(tables.channels.get(channel)), terms.now)
  const desk = createDesk(ports, options)
  const documents = createAbsenceDocuments(store, state)
  const changed = (deliveries: readonly StoredDelivery[]): void => {
    recent.delivered(deliveries)
    new Set(deliveries.map(({ channel }) => channel)).forEach(registry.recount)
  }
  const { line, failover, heard } = registry
  const quiet = (): Quiet => ({ ...terms.now(), timeZone: timeZoneOf(options) })
  const { release, replan: replanHeld } = createHolding({ clock, alertStore }, { quiet, rule, changed })
  const outbox = createOutbox(
    { clock, random, alertStore, log },
    {
      line,
      failover,
      heard,
      changed,
      release,
      compose: (alerts, parcel) => compose(alerts, parcel, desk(), documents),
    },
  )

  function replan(): void {
    replanHeld()
    recent.count()
    outbox.wake()
  }

  return {
    registry,
    webNotices,
    recent,
    terms,
    outbox,
    desk,
    circumstances: () => ({ now: clock.now(), ...quiet(), channels: registry.channels() }),
    replan,
    send: (deliveries) => {
      if (deliveries.length === 0 || !alertStore.saveDeliveries(deliveries).ok) return
      changed(deliveries)
      outbox.wake()
    },
  }
}

function labelOf(row: ChannelRow | undefined): string {
  return row?.label ?? ''
}

function timeZoneOf({ state }: AlertOptions): string | undefined {
  const zone = state.settings.get('settings')?.timeZone
  return zone === undefined || zone === 'local' ? undefined : zone
}

/** For the user as he has set the program up now; translations are made once for each language. */
function createDesk({ clock }: AlertPorts, options: AlertOptions): () => Desk {
  const translations = new Map<Language, ReturnType<typeof createTranslate>>()
  return () => {
    const settings = options.state.settings.get('settings')
    const chosen = settings?.language ?? 'system'
    const language = chosen === 'system' ? options.host.language : chosen
    const translate = translations.get(language) ?? createTranslate(language)
    translations.set(language, translate)
    const privacy = settings?.privacy ?? false
    const reader = { language, locale: readLocale(language), timeZone: timeZoneOf(options), privacy }
    return { reader, translate, mode: options.mode, now: clock.now() }
  }
}
