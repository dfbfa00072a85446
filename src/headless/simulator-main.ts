import { chooseLanguage, createTranslate } from '../shared/translate.ts'
import { runSimulator } from './simulator/run.ts'

const { LC_ALL, LC_MESSAGES, LANG } = process.env

process.exitCode = await runSimulator({
  args: process.argv.slice(2),
  translate: createTranslate(chooseLanguage([LC_ALL, LC_MESSAGES, LANG])),
  say: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
  untilStopped: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
    }),
})
