import { builderWords } from './words/builder-words.ts'
import { channelFormWords } from './words/channel-form-words.ts'
import { channelWords } from './words/channel-words.ts'
import { heartbeatWords } from './words/heartbeat-words.ts'
import { historyWords } from './words/history-words.ts'
import { kindWords } from './words/kind-words.ts'
import { ruleSentences } from './words/rule-sentences.ts'
import { ruleWords } from './words/rule-words.ts'

/** Words of the Alerts tab, the bell and the alerts on the chart. */
export const alertWords = {
  ...historyWords,
  ...kindWords,
  ...ruleWords,
  ...ruleSentences,
  ...builderWords,
  ...channelWords,
  ...channelFormWords,
  ...heartbeatWords,
}
