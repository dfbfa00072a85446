import { join } from 'node:path'
import type { Target } from './target.ts'

/** An app as it will be installed, before it is put into an installer. */
export interface PackedApp {
  readonly target: Target
  /** What is started: the file, or on macOS the bundle. */
  readonly program: string
  /** The folder that holds app.asar. */
  readonly resources: string
}

/** Where the parts of an app lie in the folder that electron-builder packed it into. */
export function packedApp(target: Target, folder: string): PackedApp {
  switch (target.platform) {
    case 'darwin': {
      const program = join(folder, 'Tidemark.app')
      return { target, program, resources: join(program, 'Contents', 'Resources') }
    }
    case 'win32':
      return { target, program: join(folder, 'Tidemark.exe'), resources: join(folder, 'resources') }
    case 'linux':
      return { target, program: join(folder, 'tidemark'), resources: join(folder, 'resources') }
  }
}
