/**
 * The knots of a directed graph: every set of nodes that all reach one another, each node listed once, in the order in
 * which they were found (Tarjan 1972, without recursion). A node that names itself is a knot of one.
 */
export function cyclesOf(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const isOpen = new Set<string>()
  const cycles: string[][] = []

  const enter = (node: string) => {
    order.set(node, order.size)
    lowest.set(node, order.size - 1)
    open.push(node)
    isOpen.add(node)
  }
  const lower = (node: string, to: number | undefined) => {
    lowest.set(node, Math.min(lowest.get(node) ?? 0, to ?? 0))
  }
  const leave = (node: string) => {
    if (lowest.get(node) !== order.get(node)) return
    const knot = open.splice(open.lastIndexOf(node))
    for (const each of knot) isOpen.delete(each)
    if (knot.length > 1 || edges.get(node)?.includes(node)) cycles.push(knot)
  }

  for (const root of edges.keys()) {
    if (order.has(root)) continue
    enter(root)
    const path = [{ node: root, next: 0 }]
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const to = edges.get(top.node)?.[top.next++]
      if (to === undefined) {
        path.pop()
        leave(top.node)
        const parent = path.at(-1)
        if (parent !== undefined) lower(parent.node, lowest.get(top.node))
      } else if (!order.has(to)) {
        enter(to)
        path.push({ node: to, next: 0 })
      } else if (isOpen.has(to)) {
        lower(top.node, order.get(to))
      }
    }
  }
  return cycles
}
