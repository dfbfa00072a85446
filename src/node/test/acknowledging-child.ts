import { writeSync } from 'node:fs'
import { createNodeClock } from '../clock.ts'
import { openStore } from '../store/open-store.ts'
import { createMemoryLog } from './memory-log.ts'
import { START, fill, flow, main, reading } from './rows.ts'

/** Writes facts one after another and says on standard output which are acknowledged, until it is killed. */
async function run(file: string): Promise<never> {
  const opened = openStore({ file, clock: createNodeClock(), log: createMemoryLog(), problem: () => undefined })
  if (!opened.ok) throw new Error(opened.failure.sentence.id)
  const store = opened.value
  const first = Number(store.setting('round') ?? 0)
  for (let round = first + 1; ; round += 1) {
    const at = START + round * 1000
    store.appendFills([fill({ fill: `fill-${round}`, at })])
    store.appendFlows([flow({ flow: `flow-${round}`, kind: 'funding', at })])
    store.appendEquity([reading(at, String(round))])
    store.proveCoverage({ account: main, list: 'fills' }, { from: START, to: at })
    if ((await store.flush()).ok) writeSync(1, `flushed ${round}\n`)
    if ((await store.saveSetting('round', round)).ok) writeSync(1, `saved ${round}\n`)
  }
}

await run(process.argv[2] ?? '')
