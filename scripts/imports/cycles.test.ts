import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cyclesOf } from './cycles.ts'

const graph = fc
  .array(fc.array(fc.nat({ max: 7 }).map(String), { maxLength: 3 }), { minLength: 8, maxLength: 8 })
  .map((targets) => new Map(targets.map((to, from) => [String(from), to])))

/** Every node that a walk along the edges comes to. */
function reachable(edges: ReadonlyMap<string, readonly string[]>, from: string): Set<string> {
  const seen = new Set<string>()
  const queue = [...(edges.get(from) ?? [])]
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    queue.push(...(edges.get(node) ?? []))
  }
  return seen
}

describe('cycles', () => {
  it('are the sets of nodes that all reach one another, and no other node', () => {
    let found = 0
    fc.assert(
      fc.property(graph, (edges) => {
        const cycles = cyclesOf(edges)
        found += cycles.length
        const nodes = cycles.flat()
        expect(new Set(nodes).size).toBe(nodes.length)
        for (const node of edges.keys()) {
          const reach = reachable(edges, node)
          const knot = cycles.find((cycle) => cycle.includes(node))
          expect(knot !== undefined).toBe(reach.has(node))
          const mutual = [...reach].filter((other) => reachable(edges, other).has(node))
          if (knot !== undefined) expect(new Set(knot)).toEqual(new Set(mutual))
        }
      }),
    )
    expect(found).toBeGreaterThan(20)
  })

  it('are none in a tree, a diamond or a very long chain', () => {
    expect(
      cyclesOf(
        new Map([
          ['a', ['b', 'c']],
          ['b', ['d']],
          ['c', ['d']],
        ]),
      ),
    ).toEqual([])
    const chain = new Map(Array.from({ length: 20_000 }, (_, n) => [String(n), [String(n + 1)]]))
    expect(cyclesOf(chain)).toEqual([])
  })
})
