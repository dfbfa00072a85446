import { app, dialog } from 'electron'
import type { Failure } from '../shared/result.ts'
import type { Translate } from '../shared/translate.ts'

/** Says why the app cannot start, and ends it. */
export function refuse(failure: Failure, translate: Translate): void {
  tellFailure(failure, translate)
  app.exit(1)
}

export function tellFailure(failure: Failure, translate: Translate): void {
  dialog.showErrorBox('Tidemark', translate(failure.sentence))
}
