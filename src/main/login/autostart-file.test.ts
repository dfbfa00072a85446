import fc from 'fast-check'
import { expect, it } from 'vitest'
import { autostartFile, isSwitchedOff } from './autostart-file.ts'

const execOf = (text: string): string => /^Exec=(.*)$/m.exec(text)?.[1] ?? ''

/** Reads an `Exec` value back as the specification tells launchers to: the value's escapes, then quotes and codes. */
function launched(value: string): readonly string[] {
  const escapes: Readonly<Record<string, string>> = { '\\\\': '\\', '\\n': '\n', '\\r': '\r', '\\t': '\t', '\\s': ' ' }
  const plain = value.replaceAll(/\\[\\nrts]/g, (escape) => escapes[escape] ?? escape)
  const args = [...plain.matchAll(/"((?:[^"\\]|\\["`$\\])*)"/gs)].map(([, inside = '']) => inside)
  return args.map((inside) => inside.replaceAll(/\\(["`$\\])/g, '$1').replaceAll('%%', '%'))
}

it('names the program to the desktop', () => {
  expect(autostartFile({ program: '/opt/Tidemark/tidemark', args: ['--hidden'] })).toBe(
    [
      '[Desktop Entry]',
      'Type=Application',
      'Version=1.0',
      'Name=Tidemark',
      'Icon=tidemark',
      'Terminal=false',
      'Exec="/opt/Tidemark/tidemark" "--hidden"',
      '',
    ].join('\n'),
  )
})

it('starts that program and no other, whatever its path holds', () => {
  const word = fc.string({ minLength: 1, unit: fc.constantFrom(...Array.from('aб /"\'`$\\%\n\t\r;&|~*?#()=-')) })
  fc.assert(
    fc.property(word, fc.array(word, { maxLength: 3 }), (program, args) => {
      const text = autostartFile({ program, args })
      expect(text.split('\n')).toHaveLength(8)
      expect(launched(execOf(text))).toEqual([program, ...args])
    }),
  )
})

it.each([
  ['Hidden=true', true],
  ['Hidden = true ', true],
  ['X-GNOME-Autostart-enabled=false', true],
  ['Hidden=false', false],
  ['X-GNOME-Autostart-enabled=true', false],
  ['Comment=Hidden=true', false],
])('with %s it is switched off: %s', (line, off) => {
  expect(isSwitchedOff(`${autostartFile({ program: '/a', args: [] })}${line}\n`)).toBe(off)
})
