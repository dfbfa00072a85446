import fc, { type Arbitrary } from 'fast-check'
import { z } from 'zod'

interface JsonSchema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: JsonSchema | boolean
  readonly propertyNames?: JsonSchema
  readonly items?: JsonSchema
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly minimum?: number
  readonly maximum?: number
}

/** More would only take longer. */
const MOST_ITEMS = 4
const MOST_LETTERS = 40

/** Inputs that a schema of the contract takes, as a page would write them in JSON. */
export function validInput(schema: z.ZodType): Arbitrary<unknown> {
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema
  return inputOf(shape).filter((input) => schema.safeParse(input).success)
}

function inputOf(schema: JsonSchema): Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  const either = schema.anyOf ?? schema.oneOf
  if (either !== undefined) return fc.oneof(...either.map(inputOf))
  switch (schema.type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'string':
      return textOf(schema)
    case 'integer':
      return fc.integer({ min: safe(schema.minimum, -1), max: safe(schema.maximum, 1) })
    case 'number':
      return fc.integer({ min: safe(schema.minimum ?? -100, -1), max: safe(schema.maximum ?? 100, 1) })
    case 'array':
      return listOf(schema)
    case 'object':
      return objectOf(schema)
    default:
      return fc.jsonValue()
  }
}

function safe(bound: number | undefined, sign: -1 | 1): number {
  const end = sign * 2 ** 31
  return bound === undefined ? end : Math.max(-(2 ** 53), Math.min(2 ** 53, bound))
}

function textOf({ pattern, minLength = 0, maxLength = MOST_LETTERS }: JsonSchema): Arbitrary<string> {
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern), { size: 'small' })
  return fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, MOST_LETTERS)), unit: 'grapheme' })
}

function listOf({ items = {}, minItems = 0, maxItems = MOST_ITEMS }: JsonSchema): Arbitrary<unknown> {
  return fc.array(inputOf(items), {
    minLength: minItems,
    maxLength: Math.max(minItems, Math.min(maxItems, MOST_ITEMS)),
  })
}

function objectOf({ properties = {}, required = [], additionalProperties, propertyNames }: JsonSchema) {
  if (typeof additionalProperties === 'object')
    return fc.dictionary(textOf(propertyNames ?? {}), inputOf(additionalProperties), { maxKeys: MOST_ITEMS })
  const fields = Object.entries(properties).map(([name, schema]) => [name, inputOf(schema)] as const)
  return fc.record(Object.fromEntries(fields), { requiredKeys: [...required], noNullPrototype: true })
}
