import '@fontsource-variable/inter/index.css'
import '@fontsource-variable/jetbrains-mono/index.css'
import './styles/all.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createStore } from 'zustand/vanilla'
import { App } from './features/frame/app.tsx'
import { createAfterPaint } from './link/after-paint.ts'
import { connect, type Connection } from './link/connect.ts'
import { openLink, takeToken } from './link.ts'
import { createLives } from './state/lives.ts'
import { createNotifier } from './state/notifier.ts'
import { PageContext, type Page } from './state/page.ts'
import { createQueries } from './state/queries.ts'
import { createView } from './state/view.ts'

const after = (ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

// Notices of the desktop app are the system's; those of a browser are this page's, also while it is hidden.
const afterPaint = createAfterPaint(window.engineLink === undefined ? 'goes-on' : 'rests')

const notifier = createNotifier()
const connection = createStore<{ readonly connection: Connection }>(() => ({
  connection: { state: 'connecting', tries: 0 },
}))
const clock = { engineAhead: 0 }

const { client } = connect({
  open: openLink,
  token: takeToken(),
  now: () => Date.now(),
  after,
  afterPaint,
  batch: (run) => notifier.batch(run),
  onConnection: (now) => {
    if (now.state === 'connected') clock.engineAhead = now.engineAhead
    connection.setState({ connection: now })
  },
})

const page: Page = {
  client,
  queries: createQueries(client),
  lives: createLives(notifier, after),
  connection,
  view: createView(),
  now: () => Date.now(),
  engineNow: () => Date.now() + clock.engineAhead,
}

const root = document.getElementById('page')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <PageContext value={page}>
        <App />
      </PageContext>
    </StrictMode>,
  )
}
