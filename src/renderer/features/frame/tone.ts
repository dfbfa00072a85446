import type { Severity } from '../../../shared/alert-rows.ts'

/** Pitches in hertz, one after another: higher and longer the graver it is. */
const PITCHES: Readonly<Record<Severity, readonly number[]>> = {
  info: [660],
  warning: [660, 880],
  critical: [880, 660, 880, 660],
}

const EACH_S = 0.16
const LOUDNESS = 0.12

/** Sounds an alert. A page nobody has touched yet may make no sound; then the notice makes its own. */
export function playTone(severity: Severity): 'played' | 'mute' {
  if (!('AudioContext' in window) || !navigator.userActivation.hasBeenActive) return 'mute'
  const audio = new AudioContext()
  const volume = audio.createGain()
  volume.gain.value = LOUDNESS
  volume.connect(audio.destination)
  const pitches = PITCHES[severity]
  pitches.forEach((pitch, index) => beep(audio, volume, pitch, audio.currentTime + index * EACH_S))
  setTimeout(() => void audio.close(), (pitches.length * EACH_S + 0.2) * 1000)
  return 'played'
}

function beep(audio: AudioContext, to: AudioNode, pitch: number, at: number): void {
  const tone = audio.createOscillator()
  tone.type = 'sine'
  tone.frequency.value = pitch
  tone.connect(to)
  tone.start(at)
  tone.stop(at + EACH_S * 0.8)
}
