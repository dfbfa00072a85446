import type { Dialog, MessageBoxOptions } from 'electron'
import type { Context } from './context.ts'
import type { RecordedDialog } from './protocol.ts'

export interface Dialogs {
  readonly dialog: Dialog
  /** The answer of the dialog that waits longest, else of the next one. */
  answer(button: number): void
  recorded(): readonly RecordedDialog[]
}

export function createDialogs(context: Context): Dialogs {
  const shown: RecordedDialog[] = []
  const answers: number[] = []
  const waiting: ((button: number) => void)[] = []

  function record(kind: string, title: string, text: string): void {
    shown.push({ kind, title, text })
    context.changed()
  }

  function ask(values: readonly unknown[]): MessageBoxOptions {
    // Electron takes the options alone, or after the window they belong to.
    const options = values.at(-1) as MessageBoxOptions
    context.strict.needKnownOptions('MessageBoxOptions', options, 'dialog.showMessageBox')
    context.strict.needKnownText('MessageBoxOptions', 'type', options.type, 'dialog.showMessageBox')
    const text = [options.message, options.detail].filter((each) => each !== undefined).join('\n')
    record(options.type ?? 'none', options.title ?? '', text)
    return options
  }

  const methods: Partial<Dialog> = {
    showErrorBox: (title, content) => record('error', title, content),
    showMessageBox: async (...values: readonly unknown[]) => {
      needReady(context, 'showMessageBox')
      ask(values)
      return { response: await next(), checkboxChecked: false }
    },
    showMessageBoxSync: (...values: readonly unknown[]) => {
      needReady(context, 'showMessageBoxSync')
      const options = ask(values)
      return answers.shift() ?? options.cancelId ?? 0
    },
  }

  async function next(): Promise<number> {
    return answers.shift() ?? new Promise((resolve) => waiting.push(resolve))
  }

  function answer(button: number): void {
    const first = waiting.shift()
    if (first === undefined) answers.push(button)
    else first(button)
  }

  return { dialog: methods as Dialog, answer, recorded: () => [...shown] } // file dialogs are not among ours
}

function needReady({ strict, life }: Context, name: string): void {
  strict.need(life.isReady(), `dialog.${name} can only be used once the app is ready.`)
}
