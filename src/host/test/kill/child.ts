import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { deadlySteps } from './deadly-steps.ts'
import { openHearing } from './hearing.ts'

/** Alerts in a process that dies: `node child.ts <folder> <address> <step>`. Reads a price a line, and says `told`. */
const [folder = '', address = '', killAt = ''] = process.argv.slice(2)
const hearing = await openHearing({ folder, address, around: deadlySteps(join(folder, 'steps'), Number(killAt)) })
for await (const price of createInterface({ input: process.stdin })) {
  await hearing.hear(price)
  writeSync(1, 'told\n')
}
await hearing.stop()
