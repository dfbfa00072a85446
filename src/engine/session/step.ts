import type { Command, Line, Moment, Script, SessionState } from './state.ts'

/** A state on its way to the next one, with what has to be done about it. */
export interface Step {
  readonly state: SessionState
  readonly commands: readonly Command[]
}

/** What every part of the machine is given besides the state. */
export interface Scene {
  readonly script: Script
  readonly moment: Moment
}

export function change(step: Step, patch: Partial<SessionState>, ...commands: readonly Command[]): Step {
  return { state: { ...step.state, ...patch }, commands: [...step.commands, ...commands] }
}

export function mainOf(state: SessionState): Line | null {
  return state.mode.kind === 'dialled' ? state.mode.main : null
}

/** The lines that are, or are about to be, in use; not the old one that only fades out. */
export function linesOf(state: SessionState): readonly Line[] {
  const main = mainOf(state)
  return [...(main === null ? [] : [main]), ...(state.spare === null ? [] : [state.spare])]
}

export function lineOf(state: SessionState, line: number): Line | null {
  return linesOf(state).find((candidate) => candidate.line === line) ?? null
}

export function putLine(step: Step, line: Line, ...commands: readonly Command[]): Step {
  if (step.state.spare?.line === line.line) return change(step, { spare: line }, ...commands)
  return change(step, { mode: { kind: 'dialled', main: line } }, ...commands)
}
