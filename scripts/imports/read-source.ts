import { parseSync, Visitor } from 'vite'

export interface ImportReference {
  readonly specifier: string
  /** From 1. */
  readonly line: number
  /** `value` is loaded with the file, `lazy` on demand, `worker` in another thread, `type` never. */
  readonly kind: 'value' | 'lazy' | 'worker' | 'type'
}

export interface Source {
  readonly imports: readonly ImportReference[]
  /** Where it asks for the time or for chance, instead of being given them. */
  readonly impure: readonly { readonly call: string; readonly line: number }[]
  /** Lines that hold more than blanks and comments. */
  readonly codeLines: number
  /** What the parser could not read, if anything. */
  readonly error?: string
}

const IMPURE = ['Date.now', 'Math.random', 'performance.now', 'crypto.randomUUID', 'crypto.getRandomValues']

const CODE = /\.(?:ts|tsx|mjs|js)$/

/** What a source file imports, in every way there is, and how long it is. Style sheets import nothing and are measured. */
export function readSource(path: string, text: string): Source {
  if (!CODE.test(path))
    return { imports: [], impure: [], codeLines: countCodeLines(text.replace(/\/\*[\s\S]*?\*\//g, blanked)) }
  const { module, program, comments, errors } = parseSync(path, text)
  const imports: ImportReference[] = []
  const impure: { call: string; line: number }[] = []
  const add = (specifier: string, start: number, kind: ImportReference['kind']) =>
    imports.push({ specifier, line: lineAt(text, start), kind })

  for (const { entries, moduleRequest } of module.staticImports) {
    const typesOnly = entries.length > 0 && entries.every((entry) => entry.isType)
    add(moduleRequest.value, moduleRequest.start, typesOnly ? 'type' : 'value')
  }
  for (const { entries } of module.staticExports)
    for (const { moduleRequest, isType } of entries)
      if (moduleRequest !== null) add(moduleRequest.value, moduleRequest.start, isType ? 'type' : 'value')

  new Visitor({
    ImportExpression({ source, start }) {
      if (source.type === 'Literal' && typeof source.value === 'string') add(source.value, start, 'lazy')
    },
    TSImportType({ source, start }) {
      add(source.value, start, 'type')
    },
    NewExpression({ callee, arguments: [target, base], start }) {
      if (callee.type !== 'Identifier') return
      if (callee.name === 'Date' && target === undefined) impure.push({ call: 'new Date()', line: lineAt(text, start) })
      if (callee.name !== 'URL') return
      if (target?.type !== 'Literal' || typeof target.value !== 'string' || !CODE.test(target.value)) return
      if (base !== undefined && text.slice(base.start, base.end) === 'import.meta.url')
        add(target.value, start, 'worker')
    },
    MemberExpression({ start, end }) {
      const call = IMPURE.find((name) => name === text.slice(start, end))
      if (call !== undefined) impure.push({ call, line: lineAt(text, start) })
    },
  }).visit(program)

  let code = text
  for (const { start, end } of comments) code = code.slice(0, start) + blanked(code.slice(start, end)) + code.slice(end)
  const error = errors[0]?.message
  return { imports, impure, codeLines: countCodeLines(code), ...(error === undefined ? {} : { error }) }
}

/** The same number of characters and lines, all blank. */
const blanked = (text: string) => text.replace(/[^\n]/g, ' ')

const countCodeLines = (text: string) => text.split('\n').filter((line) => line.trim() !== '').length

const lineAt = (text: string, offset: number) => text.slice(0, offset).split('\n').length
