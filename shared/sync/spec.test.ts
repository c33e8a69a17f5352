import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseSync, Visitor } from 'vite'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const ROOMS = ['shared', 'web', 'sync-server', 'scripts', 'bench', 'e2e']
const TEST = /(?:\.(?:test\.tsx?|spec\.ts)|(?:^|[/-])contract\.ts)$/
const NOT_OURS = /(?:^|\/)(?:node_modules|dist)\//

/** The numbers of the rules a text states: `- **C1** ...`. */
const rulesOf = (spec: string): string[] => [...spec.matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map(([, rule = '']) => rule)

/** The rules that the titles of a test file name: `it('[C1] ...')`, `test('[M1] [M2] ...')`, `it.each(...)('[D9] ...')`. */
function rulesNamedIn(path: string, text: string): string[] {
  const titles: string[] = []
  new Visitor({
    CallExpression({ callee, arguments: [title] }) {
      if (!/^(?:it|test|describe)\b/.test(text.slice(callee.start, callee.end))) return
      if (title?.type === 'Literal' || title?.type === 'TemplateLiteral')
        titles.push(text.slice(title.start, title.end))
    },
  }).visit(parseSync(path, text).program)
  return titles.flatMap((title) => [...title.matchAll(/\[([A-Z]\d+)\]/g)].map(([, rule = '']) => rule))
}

/** Rules that no test names, and names that are no rule. */
function gaps(rules: readonly string[], named: readonly string[]) {
  return {
    untested: rules.filter((rule) => !named.includes(rule)),
    unknown: [...new Set(named)].filter((rule) => !rules.includes(rule)),
  }
}

const testFiles = ROOMS.flatMap((room) =>
  readdirSync(`${ROOT}${room}`, { recursive: true, encoding: 'utf8' }).map((path) => `${room}/${path}`),
).filter((path) => TEST.test(path) && !NOT_OURS.test(path))

describe('the numbered rules', () => {
  const rules = rulesOf(readFileSync(new URL('./SPEC.md', import.meta.url), 'utf8'))
  const named = testFiles.flatMap((path) => rulesNamedIn(path, readFileSync(`${ROOT}${path}`, 'utf8')))

  it('are each stated once', () => {
    expect(rules).toEqual([...new Set(rules)])
    expect(rules).toEqual(expect.arrayContaining(['C1', 'C2', 'C3', 'M1', 'M2', 'M3', 'M4', 'M5']))
  })

  it('are each named by a test, and no test names a rule that is not there', () => {
    expect(gaps(rules, named)).toEqual({ untested: [], unknown: [] })
  })
})

describe('this check', () => {
  it('finds a rule without a test and a test without a rule', () => {
    const rules = rulesOf('## Clock\n- **C1** One.\n- **C2** Two,\n  see **X9**.\n')
    expect(rules).toEqual(['C1', 'C2'])
    expect(gaps(rules, rulesNamedIn('a.test.ts', "it('[C1] holds', () => {})\ntest('[C7] is new', run)"))).toEqual({
      untested: ['C2'],
      unknown: ['C7'],
    })
  })

  it('reads titles in every form, and nothing but titles', () => {
    const text = "describe('[C1]', () => {\n  it.each([1])(`[M1] [M2]`, () => {})\n  test.describe('[D9] y', f)\n})\n"
    expect(new Set(rulesNamedIn('a.test.ts', text))).toEqual(new Set(['C1', 'M1', 'M2', 'D9']))
    const silent = "// it('[C1]')\nconst a = '[C2]'\nexpect(read('[C3]')).toBe('[M1]')\n"
    expect(rulesNamedIn('a.test.ts', silent)).toEqual([])
  })
})
