/** Resolves on the first request to stop; a second one ends the process at once. */
export function untilAskedToStop(program: NodeJS.Process): Promise<void> {
  return new Promise((resolve) => {
    const asked = { once: false }
    const stop = (): void => {
      if (asked.once) program.exit(1)
      asked.once = true
      resolve()
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) program.on(signal, stop)
  })
}
