import type { Command, Line, Outgoing, Question, SessionState } from './state.ts'
import { change, lineOf, putLine, type Scene, type Step } from './step.ts'

const SECOND = 1000

/** Brings what a line has asked for nearer to what is wanted, as fast as the pace allows. */
export function converse(step: Step, line: number, scene: Scene): Step {
  return flush(askForMissing(step, line, scene), line, scene)
}

/** Nothing is left to ask, to send or to be answered. */
export function settled(state: SessionState, line: Line): boolean {
  const open = line.questions.some((question) => question.kind === 'subscribe')
  return !open && line.outbox.length === 0 && missing(state, line).length === 0
}

/** How long the next waiting frame has to wait under the pace; null when none waits. */
export function nextSendAt(line: Line, messagesPerSecond: number): number | null {
  if (line.outbox.length === 0) return null
  const oldest = line.sent[line.sent.length - messagesPerSecond]
  return oldest === undefined ? -Infinity : oldest + SECOND
}

export function noteSent(line: Line, at: number): Line {
  return { ...line, sent: [...line.sent.filter((sent) => sent + SECOND > at), at] }
}

export function withoutTopics(line: Line, topics: readonly string[]): Line {
  return { ...line, asked: new Set([...line.asked].filter((topic) => !topics.includes(topic))) }
}

/** One answer to a question, found by its id, or the oldest one where the exchange echoes none. */
export function answered(line: Line, id: string | null): Line {
  const question = line.questions.find((candidate) => candidate.id === id) ?? line.questions[0]
  if (question === undefined) return line
  const left = { ...question, answersLeft: question.answersLeft - 1 }
  const questions = line.questions.flatMap((other) =>
    other !== question ? [other] : left.answersLeft > 0 ? [left] : [],
  )
  return { ...line, questions }
}

/** New questions wait until the former have left, so a flurry of wishes becomes few messages. */
function askForMissing(step: Step, number: number, scene: Scene): Step {
  const line = lineOf(step.state, number)
  if (line === null || line.phase === 'connecting' || line.phase === 'authenticating') return step
  if (line.outbox.length > 0) return step
  const after = ask(step, line, 'unsubscribe', surplus(step.state, line), scene)
  const now = lineOf(after.state, number) ?? line
  return ask(after, now, 'subscribe', missing(after.state, now), scene)
}

function ask(step: Step, line: Line, kind: Question['kind'], topics: readonly string[], scene: Scene): Step {
  if (topics.length === 0) return step
  const id = String(step.state.nextQuestion)
  const frames = scene.script[kind](topics, id)
  const asked = kind === 'subscribe' ? new Set([...line.asked, ...topics]) : withoutTopics(line, topics).asked
  const question: Question = { id, kind, topics, answersLeft: frames.length, askedAt: null }
  const outbox: readonly Outgoing[] = [...line.outbox, ...frames.map((text) => ({ question: id, text }))]
  const questions = frames.length === 0 ? line.questions : [...line.questions, question]
  return putLine(change(step, { nextQuestion: step.state.nextQuestion + 1 }), { ...line, asked, outbox, questions })
}

function flush(step: Step, number: number, scene: Scene): Step {
  let line = lineOf(step.state, number)
  if (line === null) return step
  const { at } = scene.moment
  const commands: Command[] = []
  for (;;) {
    const next = line.outbox[0]
    const due = nextSendAt(line, scene.script.pace.messagesPerSecond)
    if (next === undefined || due === null || due > at) break
    line = noteSent({ ...line, outbox: line.outbox.slice(1), questions: stamp(line, next, at) }, at)
    commands.push({ kind: 'send', line: number, text: next.text })
  }
  return commands.length === 0 ? step : putLine(step, line, ...commands)
}

/** The wait for answers begins when the last frame of a question has left. */
function stamp(line: Line, sent: Outgoing, at: number): readonly Question[] {
  const more = line.outbox.slice(1).some((other) => other.question === sent.question)
  if (more) return line.questions
  return line.questions.map((question) => (question.id === sent.question ? { ...question, askedAt: at } : question))
}

function missing(state: SessionState, line: Line): readonly string[] {
  return [...state.wanted].filter((topic) => !line.asked.has(topic) && !state.dead.has(topic))
}

function surplus(state: SessionState, line: Line): readonly string[] {
  return [...line.asked].filter((topic) => !state.wanted.has(topic))
}
