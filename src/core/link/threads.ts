// Gives every mail of one component (mails joined in any way by References) its parent and its thread. After Jamie
// Zawinski's algorithm and RFC 5256 §4, with three differences: a mail has one parent, named by its own References
// alone, so a forged line moves nobody else; subjects join nothing; a changed subject splits. Order and repetition of
// the input do not matter. Nothing is refused: cycles are cut, missing parents are ghosts.
import type { MessageId } from '../model/ids.ts'
import type { ThreadPlace } from '../model/link.ts'
import type { PatchNumber } from '../model/message.ts'
import type { Person } from '../model/person.ts'
import type { Instant } from '../model/time.ts'
import { isNewTopic, type Topic } from './new-topic.ts'

/** What threading needs of a message; fields as in `Message`. */
export interface ThreadNode {
  readonly id: MessageId
  readonly at: Instant
  readonly author: Person
  readonly topic: string
  readonly subject: string
  readonly references: readonly MessageId[]
  readonly patch: PatchNumber | null
}

/** Order of event time, then Message-ID: DESIGN "Facts in, standing out". */
export function byTime(a: { at: Instant; id: MessageId }, b: { at: Instant; id: MessageId }): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** Places in order of (time, id), one a message; a split-off mail has no parent and is its own thread's root. */
export function placeMessages(nodes: readonly ThreadNode[]): ThreadPlace[] {
  const forest = plant(onceEach(nodes))
  cutCycles(forest)
  splitTopics(forest)
  const roots = findRoots(forest)
  return forest.nodes.map((node, n) => {
    const parent = forest.parents[n]!
    return { message: node.id, thread: forest.ids[roots[n]!]!, parent: forest.ids[parent] ?? null }
  })
}

/** Mails by number in order of (time, id); the numbers after theirs are ghosts, as they are met. */
interface Forest {
  readonly nodes: readonly ThreadNode[]
  readonly ids: readonly MessageId[]
  /** The parent of each number, NONE where there is none. */
  readonly parents: number[]
  /** The earliest mail that mentions each ghost, by the ghost's number less those of the mails. */
  readonly mentions: readonly ThreadNode[]
}

const NONE = -1

function onceEach(nodes: readonly ThreadNode[]): ThreadNode[] {
  const first = new Map<MessageId, ThreadNode>()
  for (const node of [...nodes].sort(byContent)) if (!first.has(node.id)) first.set(node.id, node)
  return [...first.values()]
}

/** Two nodes of one id and time differ only when somebody forged one: any fixed choice will do. */
function byContent(a: ThreadNode, b: ThreadNode): number {
  const order = byTime(a, b)
  if (order !== 0 || a === b) return order
  const [left, right] = [contentOf(a), contentOf(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

const contentOf = (node: ThreadNode): string =>
  JSON.stringify([node.topic, node.subject, node.references, node.patch])

/** A ghost's parent is the one named by the earliest mail that names any. */
function plant(nodes: readonly ThreadNode[]): Forest {
  const ids = nodes.map((node) => node.id)
  const numbers = new Map(ids.map((id, n) => [id, n]))
  const parents = ids.map(() => NONE)
  const mentions: ThreadNode[] = []
  nodes.forEach((node, n) => {
    let above = NONE
    for (const id of node.references) {
      let number = numbers.get(id)
      if (number === undefined) {
        number = ids.push(id) - 1
        numbers.set(id, number)
        parents.push(NONE)
        mentions.push(node)
      }
      if (number === n) continue
      if (number >= nodes.length && parents[number] === NONE && above !== number) parents[number] = above
      above = number
    }
    parents[n] = above
  })
  return { nodes, ids, parents, mentions }
}

/** Each cycle loses the parent of its earliest mail, or of its smallest id when it is all ghosts. */
function cutCycles(forest: Forest): void {
  const { nodes, parents } = forest
  const walkOf = parents.map(() => NONE)
  for (let walk = 0; walk < nodes.length; walk++) {
    let at = walk
    while (at !== NONE && walkOf[at] === NONE) {
      walkOf[at] = walk
      at = parents[at]!
    }
    if (at !== NONE && walkOf[at] === walk) parents[firstInCycle(at, forest)] = NONE
  }
}

function firstInCycle(start: number, { nodes, ids, parents }: Forest): number {
  const isBefore = (a: number, b: number): boolean =>
    a >= nodes.length && b >= nodes.length ? ids[a]! < ids[b]! : a < b
  let first = start
  for (let at = parents[start]!; at !== start; at = parents[at]!) if (isBefore(at, first)) first = at
  return first
}

/** A ghost is taken to have been about what the earliest mail that mentions it is about. */
function splitTopics({ nodes, mentions, parents }: Forest): void {
  const topicOf = (n: number): Topic => nodes[n] ?? mentions[n - nodes.length]!
  parents.forEach((parent, n) => {
    if (parent !== NONE && isNewTopic(topicOf(n), topicOf(parent))) parents[n] = NONE
  })
}

/** Roots of the mails; ghosts that no mail leads to may still answer each other in a circle. */
function findRoots({ nodes, parents }: Forest): number[] {
  const roots = parents.map(() => NONE)
  const path: number[] = []
  for (let n = 0; n < nodes.length; n++) {
    let at = n
    while (roots[at] === NONE && parents[at] !== NONE) {
      path.push(at)
      at = parents[at]!
    }
    const root = roots[at] === NONE ? at : roots[at]!
    roots[at] = root
    for (const below of path) roots[below] = root
    path.length = 0
  }
  return roots
}
