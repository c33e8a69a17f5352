import { describe, expect, it } from 'vitest'
import { readSource } from './read-source.ts'

const importsOf = (text: string, path = 'x.tsx') =>
  readSource(path, text).imports.map(({ kind, specifier, line }) => `${line} ${kind} ${specifier}`)

describe('what a file imports', () => {
  it('is found in every form', () => {
    const text = [
      "import a, { type B } from './a.ts'",
      "import type { C } from './c.ts'",
      "import { type D, type E } from './d.ts'",
      "import './e.css'",
      "export * from './f.ts'",
      "export { g } from './g.ts'",
      "export type { H } from './h.ts'",
      "const i = () => import('./i.ts')",
      "type J = import('./j.ts').J",
      "const k = new Worker(new URL('./k.worker.ts', import.meta.url), { type: 'module' })",
      'const l = <p>{a}</p>',
    ].join('\n')
    expect(importsOf(text).toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))).toEqual([
      '1 value ./a.ts',
      '2 type ./c.ts',
      '3 type ./d.ts',
      '4 value ./e.css',
      '5 value ./f.ts',
      '6 value ./g.ts',
      '7 type ./h.ts',
      '8 lazy ./i.ts',
      '9 type ./j.ts',
      '10 worker ./k.worker.ts',
    ])
  })

  it('is not what comments, texts or other URLs say', () => {
    const text =
      "// import './a.ts'\nconst b = \"import './b.ts'\"\nnew URL('../data/', import.meta.url)\nnew URL('./c.ts', base)\n"
    expect(importsOf(text)).toEqual([])
  })

  it('has its line also after characters outside the first plane', () => {
    expect(importsOf("const face = '😀😀😀' // 😀\nimport './a.ts'\n")).toEqual(['2 value ./a.ts'])
  })
})

describe('the length of a file', () => {
  it('counts lines that hold code, and not blank ones and comments', () => {
    const text =
      "/**\n * Says why.\n */\nconst a = 1 // and how\n\n// next\nconst b = '// no comment'\n/* before */ const c = `\nx\n`\n"
    expect(readSource('x.ts', text).codeLines).toBe(5)
    expect(readSource('x.css', '/* why\n\n */\n.a {\n  color: red;\n}\n').codeLines).toBe(3)
  })
})
