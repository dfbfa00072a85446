import { FigureTip } from '../../parts/figure-tip.tsx'
import { Guarded } from '../../parts/guarded.tsx'
import { useStore } from 'zustand'
import { usePage } from '../../state/page.ts'
import { useWords } from '../../words/words.ts'
import { AlarmAnnouncer } from './alarm-announcer.tsx'
import { ConnectionBar } from './connection-bar.tsx'
import { Footer } from './footer.tsx'
import { Navigation } from './navigation.tsx'
import { Palette } from './palette.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { tabs } from './tabs.ts'
import { Ticker } from './ticker.tsx'
import { TopBar } from './top-bar.tsx'
import { WebNotices } from './web-notices.tsx'
import { useShortcuts } from './use-shortcuts.ts'
import { useShowing } from './use-showing.ts'
import { useWantedPlace } from './use-wanted-place.ts'
import { useWindowTitle } from './use-window-title.ts'

/** What stands around every tab. */
export function Frame() {
  const { view } = usePage()
  const say = useWords()
  const tab = useStore(view, (state) => state.tab)
  useShortcuts()
  useWindowTitle()
  useWantedPlace()
  useShowing()
  const Content = tabs[tab].content
  return (
    <div className="frame">
      <Navigation />
      <TopBar />
      <Ticker />
      <main className={`tab ${tab}`} id="content" aria-label={say(`tab.${tab}`)} tabIndex={-1}>
        <ConnectionBar />
        <Guarded key={tab} name={tab}>
          <Content />
        </Guarded>
      </main>
      <Footer />
      <Palette />
      <Shortcuts />
      <FigureTip />
      <AlarmAnnouncer />
      <WebNotices />
    </div>
  )
}
