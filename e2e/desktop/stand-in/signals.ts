/** Electron quits when the system asks a program to end, unless main listens for that itself. */
export function quitOnSignals(host: NodeJS.Process, quit: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    host.on(signal, () => {
      if (host.listenerCount(signal) === 1) quit()
    })
  }
}
