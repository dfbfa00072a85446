import { createChannel } from './channel.ts'
import { createElectron } from './create-electron.ts'
import { readEnvironment } from './environment.ts'

/** The one Electron of this process: there is one by its nature, and `import` and `require` must get the same. */
export const instance = createElectron(readEnvironment(process.env, process.argv[1] ?? ''), createChannel(process))
