import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, it } from 'vitest'

const project = join(import.meta.dirname, '..')
const papers = readdirSync(join(project, 'docs')).filter((name) => name.endsWith('.md'))
const documents = ['README.md', ...papers.map((name) => `docs/${name}`)]

const textOf = (document: string): string => readFileSync(join(project, document), 'utf8')

/** Where a document's links and pictures lead, websites left out. */
const targetsOf = (document: string): readonly string[] =>
  [...textOf(document).matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = '']) => to).filter((to) => !/^\w+:/.test(to))

/** As GitHub names the headings of a document in its addresses. */
const anchorsOf = (document: string): readonly string[] =>
  [...textOf(document).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )

function leadsSomewhere(document: string, target: string): boolean {
  const [path = '', anchor] = target.split('#')
  const file = path === '' ? document : relative(project, join(project, dirname(document), path))
  if (!existsSync(join(project, file))) return false
  return anchor === undefined || anchorsOf(file).includes(anchor)
}

it.each(documents)('every link and picture of %s leads to something that is there', (document) => {
  const targets = targetsOf(document)
  expect(targets.filter((target) => !leadsSomewhere(document, target))).toEqual([])
})

it('every picture is shown somewhere', () => {
  const shown = documents.flatMap(targetsOf).map((target) => target.split('/').at(-1))
  const pictures = readdirSync(join(project, 'docs', 'pictures'))
  expect(pictures.filter((picture) => !shown.includes(picture))).toEqual([])
})
