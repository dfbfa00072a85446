import { useStore } from 'zustand'
import { Dialog } from '../../parts/dialog.tsx'
import { usePage } from '../../state/page.ts'
import { TABS } from '../../state/view.ts'
import { useWords } from '../../words/words.ts'

/** The keys there are. */
export function Shortcuts() {
  const say = useWords()
  const { view } = usePage()
  const open = useStore(view, (state) => state.shortcuts === 'open')
  if (!open) return null
  const keys = [
    [say('shortcuts.tabs'), `Ctrl / ⌘ + 1 … ${TABS.length}`],
    [say('shortcuts.palette'), 'Ctrl / ⌘ + K'],
    [say('shortcuts.privacy'), 'Ctrl / ⌘ + .'],
    [say('shortcuts.charts'), '← → + −'],
    [say('shortcuts.chartAlert'), 'A'],
    [say('shortcuts.help'), '?'],
  ] as const
  return (
    <Dialog title={say('shortcuts.title')} onClose={() => view.setState({ shortcuts: 'closed' })}>
      <div className="modal-body keys">
        {keys.map(([name, combination]) => (
          <div key={name} className="key-line">
            <span>{name}</span>
            <kbd>{combination}</kbd>
          </div>
        ))}
      </div>
    </Dialog>
  )
}
