import { parseArgs, type ParseArgsConfig } from 'node:util'
import { fail, ok, type Failure, type Result } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'

type Options = NonNullable<ParseArgsConfig['options']>

export interface Arguments {
  readonly values: Readonly<Record<string, string | boolean | undefined>>
  readonly words: readonly string[]
}

/** Reads a command line; an unknown option or a missing value becomes a sentence that names it. */
export function readArguments(args: readonly string[], options: Options): Result<Arguments> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
    return ok({ values: values as Arguments['values'], words: positionals })
  } catch (error) {
    return fail(refusal(args, options, error instanceof Error ? error.message : ''))
  }
}

function refusal(args: readonly string[], options: Options, problem: string): Failure {
  const unknown = args.find((arg) => arg.startsWith('-') && arg !== '--' && !isKnown(arg, options))
  if (unknown !== undefined)
    return invalid(sentence('command.unknown-option', { option: unknown.split('=')[0] ?? unknown }))
  const option = /'(?:-\w, )?(--[\w-]+)/.exec(problem)?.[1] ?? 'command line'
  const given = args.find((arg) => arg.startsWith(`${option}=`))?.slice(option.length + 1) ?? ''
  const takesValue = options[option.slice(2)]?.type === 'string'
  const expected = takesValue ? 'a value after the option' : 'no value after the option'
  return invalid(sentence('command.bad-value', { option, value: given, expected }))
}

function isKnown(arg: string, options: Options): boolean {
  const name = arg.split('=')[0] ?? arg
  if (name.startsWith('--')) return Object.hasOwn(options, name.slice(2))
  return Object.values(options).some((option) => option.short === name.slice(1))
}

function invalid(said: Failure['sentence']): Failure {
  return { code: 'invalid', sentence: said }
}

/** A port number, 0 letting the system choose. */
export function readPort(text: string): Result<number> {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN
  if (port >= 0 && port <= 65_535) return ok(port)
  return badValue('--port', text, '0 to 65535')
}

/** One of a few words. */
export function readWord<const Word extends string>(
  option: string,
  text: string,
  words: readonly Word[],
): Result<Word> {
  const found = words.find((word) => word === text)
  return found === undefined ? badValue(option, text, words.join(', ')) : ok(found)
}

export function badValue(option: string, value: string, expected: string): Result<never> {
  return fail(invalid(sentence('command.bad-value', { option, value, expected })))
}

export function missing(option: string, expected: string): Result<never> {
  return fail(invalid(sentence('command.missing', { option, expected })))
}
