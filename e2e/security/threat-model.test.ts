import { readFileSync } from 'node:fs'
import { join, normalize } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../support/program.ts'

const text = readFileSync(join(ROOT, 'docs', 'security.md'), 'utf8')
const rows = text.split('\n').filter((line) => /^\| \d+ \|/.test(line))
const cellsOf = (row: string): readonly string[] => row.split('|').map((cell) => cell.trim())
const filesIn = (part: string): readonly string[] =>
  [...part.matchAll(/\]\(([^)#]+)\)/g)].map(([, path]) => normalize(join('docs', path ?? '')))

it('has all eighteen rows, each kept somewhere and proved by a test', () => {
  expect(rows.map((row) => Number(cellsOf(row)[1]))).toEqual(Array.from({ length: 18 }, (_, at) => at + 1))
  for (const row of rows) {
    const [, , , keptBy = '', provedBy = ''] = cellsOf(row)
    expect(filesIn(keptBy).length, row).toBeGreaterThan(0)
    expect(filesIn(provedBy).filter((file) => /\.(test|spec)\.ts$/.test(file)).length, row).toBeGreaterThan(0)
  }
})

it('says of every attacker what is stopped and what remains', () => {
  const [, model = ''] = text.split('## Who might attack, and what stops them')
  const attackers = (model.split('\n## ')[0] ?? '').split('\n### ').slice(1)
  expect(attackers.map((section) => section.split('\n')[0])).toEqual([
    'Malicious content in the page',
    "A hostile website in the user's browser",
    'A curious local process',
    'A stolen disk',
    'A hostile answer',
    'A tampered update',
    'A dependency that was taken over',
  ])
  for (const section of attackers) {
    expect(section).toMatch(/\*\*What stops (them|more)\.\*\*/)
    expect(section).toContain('**What remains.**')
  }
})
