import { openDataFolder } from '../data-folder.ts'

/** Takes a folder and keeps it until it is killed. */
const opened = openDataFolder(process.argv[2] ?? '', 'live', { program: 'desktop', process: process.pid })
console.log(opened.ok ? 'held' : opened.failure.sentence.id)
setInterval(() => undefined, 1000)
