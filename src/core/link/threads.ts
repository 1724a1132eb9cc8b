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
  const ordered = onceEach(nodes)
  const parents = findParents(ordered)
  cutCycles(ordered, parents)
  splitTopics(ordered, parents)
  const roots = findRoots(ordered, parents)
  return ordered.map((node) => ({
    message: node.id,
    thread: roots.get(node.id)!,
    parent: parents.get(node.id) ?? null,
  }))
}

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
function findParents(ordered: readonly ThreadNode[]): Map<MessageId, MessageId> {
  const present = new Set(ordered.map((node) => node.id))
  const parents = new Map<MessageId, MessageId>()
  for (const node of ordered) {
    const chain = node.references.filter((id) => id !== node.id)
    for (let i = 1; i < chain.length; i++) {
      const ghost = chain[i]!
      if (!present.has(ghost) && !parents.has(ghost) && chain[i - 1] !== ghost)
        parents.set(ghost, chain[i - 1]!)
    }
    const parent = chain.at(-1)
    if (parent !== undefined) parents.set(node.id, parent)
  }
  return parents
}

/** Each cycle loses the parent of its earliest mail, or of its smallest id when it is all ghosts. */
function cutCycles(ordered: readonly ThreadNode[], parents: Map<MessageId, MessageId>): void {
  const rank = new Map(ordered.map((node, index) => [node.id, index]))
  const walkOf = new Map<MessageId, number>()
  let walk = 0
  for (const node of ordered) {
    walk++
    let at: MessageId | undefined = node.id
    while (at !== undefined && !walkOf.has(at)) {
      walkOf.set(at, walk)
      at = parents.get(at)
    }
    if (at !== undefined && walkOf.get(at) === walk) parents.delete(firstInCycle(at, parents, rank))
  }
}

function firstInCycle(
  start: MessageId,
  parents: ReadonlyMap<MessageId, MessageId>,
  rank: ReadonlyMap<MessageId, number>,
): MessageId {
  const rankOf = (id: MessageId): number => rank.get(id) ?? Number.MAX_SAFE_INTEGER
  let first = start
  for (let at = parents.get(start)!; at !== start; at = parents.get(at)!) {
    const order = rankOf(at) - rankOf(first)
    if (order < 0 || (order === 0 && at < first)) first = at
  }
  return first
}

/** A ghost is taken to have been about what the earliest mail that mentions it is about. */
function splitTopics(ordered: readonly ThreadNode[], parents: Map<MessageId, MessageId>): void {
  const topics = new Map<MessageId, Topic>(ordered.map((node) => [node.id, node]))
  for (const node of ordered) {
    for (const id of node.references) if (!topics.has(id)) topics.set(id, node)
  }
  for (const [id, parent] of [...parents]) {
    const own = topics.get(id)
    const above = topics.get(parent)
    if (own && above && own !== above && isNewTopic(own, above)) parents.delete(id)
  }
}

function findRoots(
  ordered: readonly ThreadNode[],
  parents: ReadonlyMap<MessageId, MessageId>,
): Map<MessageId, MessageId> {
  const roots = new Map<MessageId, MessageId>()
  for (const node of ordered) {
    const path: MessageId[] = []
    let at = node.id
    while (!roots.has(at)) {
      path.push(at)
      const parent = parents.get(at)
      if (parent === undefined) break
      at = parent
    }
    const root = roots.get(at) ?? at
    for (const id of path) roots.set(id, root)
  }
  return roots
}
