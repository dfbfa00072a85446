import { Component, type ErrorInfo, type ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { Notice } from './notice.tsx'

interface GuardedProps {
  readonly name: string
  readonly children: ReactNode
}

interface GuardedState {
  readonly failed: boolean
}

/** A part that may fail alone: it says so and offers a reload while the rest of the page goes on. React has no other form of it than a class. */
export class Guarded extends Component<GuardedProps, GuardedState> {
  override state: GuardedState = { failed: false }

  static getDerivedStateFromError(): GuardedState {
    return { failed: true }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    reportError(new Error(`${this.props.name} failed: ${String(error)}${info.componentStack ?? ''}`))
  }

  override render(): ReactNode {
    return this.state.failed ? <Failed again={() => this.setState({ failed: false })} /> : this.props.children
  }
}

function Failed({ again }: { readonly again: () => void }) {
  const say = useWords()
  const action = (
    <button type="button" className="button" onClick={again}>
      {say('chart.reload')}
    </button>
  )
  return <Notice kind="wrong" title={say('chart.broken')} action={action} />
}
