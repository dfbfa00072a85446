import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { contract, type Call, type Contract, type Live } from './contract.ts'
import { sentences } from './sentences/all.ts'

const SECRET_NAMES = /^(secret|apisecret|key|apikey|passphrase|signature|token|password|privatekey|listenkey)$/i

interface JsonSchema {
  readonly properties?: Record<string, JsonSchema>
  readonly items?: JsonSchema
  readonly anyOf?: JsonSchema[]
  readonly oneOf?: JsonSchema[]
  readonly additionalProperties?: JsonSchema | boolean
  readonly type?: string
  readonly maxLength?: number
  readonly maxItems?: number
  readonly enum?: unknown[]
  readonly const?: unknown
}

const entries = Object.entries(contract as Contract).flatMap(([group, members]) =>
  Object.entries(members).map(([name, entry]): [string, Call | Live] => [`${group}.${name}`, entry]),
)

function visit(schema: JsonSchema, at: string, see: (schema: JsonSchema, at: string) => void): void {
  see(schema, at)
  for (const [name, inner] of Object.entries(schema.properties ?? {})) visit(inner, `${at}.${name}`, see)
  if (schema.items) visit(schema.items, `${at}[]`, see)
  for (const inner of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) visit(inner, at, see)
  if (typeof schema.additionalProperties === 'object') visit(schema.additionalProperties, `${at}{}`, see)
}

const shape = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema

describe.each(entries)('%s', (path, entry) => {
  const down = entry.kind === 'call' ? entry.output : entry.row
  const up = entry.kind === 'call' ? entry.input : entry.params

  it('lets no secret out', () => {
    visit(shape(down), path, (_, at) => expect(at.split('.').at(-1)).not.toMatch(SECRET_NAMES))
  })

  it('bounds every text and list, and refuses unknown fields, both ways', () => {
    for (const schema of [down, up])
      visit(shape(schema), path, (part, at) => {
        const open = part.type === 'string' && part.enum === undefined && part.const === undefined
        if (open) expect(part.maxLength, at).toBeDefined()
        if (part.type === 'array') expect(part.maxItems, at).toBeDefined()
        if (part.properties) expect(part.additionalProperties, at).toBe(false)
      })
  })
})

describe('every sentence', () => {
  /** Names of a document and of its columns. */
  const isName = (id: string): boolean => id.startsWith('absence.document-')

  it.each(Object.entries(sentences))('%s names the same values in every language', (id, words) => {
    const names = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort()
    expect(names(words.ru)).toEqual(names(words.en))
    expect(names(words.bg)).toEqual(names(words.en))
    for (const text of Object.values(words)) expect(text).toMatch(isName(id) ? /.$/ : /[.!?}]$/)
  })
})
