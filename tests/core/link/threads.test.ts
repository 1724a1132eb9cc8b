// Threads: who answers whom, what a missing mail does, and what nobody can do to other people's threads.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeMessages, type ThreadNode } from '../../../src/core/link/threads.ts'
import { messageId } from '../../../src/core/model/ids.ts'

const author = { name: 'A', address: 'a@example.org' }

function node(id: string, at: number, references: string[] = [], topic = 'talk'): ThreadNode {
  return {
    id: messageId(id),
    at,
    author,
    topic,
    subject: topic,
    references: references.map(messageId),
    patch: null,
  }
}

const threadsOf = (nodes: ThreadNode[]): Record<string, string> =>
  Object.fromEntries(placeMessages(nodes).map((place) => [place.message, place.thread]))
const parentsOf = (nodes: ThreadNode[]): Record<string, string | null> =>
  Object.fromEntries(placeMessages(nodes).map((place) => [place.message, place.parent]))

describe('placeMessages', () => {
  test('an answer stands below the mail it answers, in the root’s thread', () => {
    const nodes = [node('a', 1), node('b', 2, ['a']), node('c', 3, ['a', 'b'])]
    expect(parentsOf(nodes)).toEqual({ a: null, b: 'a', c: 'b' })
    expect(threadsOf(nodes)).toEqual({ a: 'a', b: 'a', c: 'a' })
  })

  test('answers to a mail never seen share the thread of its ghost', () => {
    expect(threadsOf([node('b', 2, ['ghost']), node('c', 3, ['ghost'])])).toEqual({ b: 'ghost', c: 'ghost' })
  })

  test('a ghost’s parent is the one the earliest mail names', () => {
    const nodes = [node('late', 9, ['other', 'ghost']), node('early', 2, ['root', 'ghost'])]
    expect(threadsOf(nodes)).toEqual({ early: 'root', late: 'root' })
  })

  test('a forged References line moves its own mail only', () => {
    const honest = [node('a', 1), node('a2', 2, ['a']), node('b', 1), node('b2', 2, ['b'])]
    const forged = node('spam', 5, ['a', 'b', 'a2', 'b2'])
    const { spam, ...others } = threadsOf([...honest, forged])
    expect(others).toEqual(threadsOf(honest))
    expect(spam).toBe('b')
  })

  test('a circle of answers is cut at its earliest mail', () => {
    const nodes = [node('a', 3, ['c']), node('b', 2, ['a']), node('c', 4, ['b'])]
    expect(parentsOf(nodes)).toEqual({ b: null, a: 'c', c: 'b' })
    expect(new Set(Object.values(threadsOf(nodes)))).toEqual(new Set(['b']))
  })

  test('ghosts in a circle that no mail stands in stop nothing', () => {
    expect(threadsOf([node('a', 1), node('b', 2, ['x', 'y', 'x', 'a'])])).toEqual({ a: 'a', b: 'a' })
  })

  test('a mail that names itself is a root', () => {
    expect(parentsOf([node('a', 1, ['a'])])).toEqual({ a: null })
  })

  test('a new subject sent as a reply starts a thread, and its answers follow it', () => {
    const nodes = [
      node('a', 1, [], 'help with booting dom0'),
      node('b', 2, ['a'], 'gsoc: tiny vm for load testing'),
      node('c', 3, ['a', 'b'], 'gsoc: tiny vm for load testing'),
    ]
    expect(threadsOf(nodes)).toEqual({ a: 'a', b: 'b', c: 'b' })
    expect(parentsOf(nodes).b).toBeNull()
  })

  test.each([
    ['a tag or a word added', 'booting on arm fails', 'booting on arm fails [solved]'],
    ['a word exchanged', 'crash in netback under load', 'hang in netback under load'],
    ['only a marker left', 'crash in netback', ''],
  ])('%s is the same topic', (_, old, changed) => {
    expect(threadsOf([node('a', 1, [], old), node('b', 2, ['a'], changed)])['b']).toBe('a')
  })

  test('“(was: …)” and patches go on in the thread', () => {
    const was = { ...node('b', 2, ['a'], 'memory leak'), subject: 'memory leak (was: boot time)' }
    const patch = { ...node('c', 3, ['a'], 'plug the leak'), patch: { version: 1, n: 1, m: 1, rfc: false } }
    expect(threadsOf([node('a', 1, [], 'boot time'), was, patch])).toEqual({ a: 'a', b: 'a', c: 'a' })
  })

  test('ten thousand answers in a chain and forty thousand in a hostile order cost little', () => {
    const chain = Array.from({ length: 10_000 }, (_, i) => node(`m${i}`, i, i ? [`m${i - 1}`] : []))
    expect(new Set(Object.values(threadsOf(chain)))).toEqual(new Set(['m0']))
    const hostile = Array.from({ length: 40_000 }, (_, i) =>
      node(`h${i}`, 40_000 - i, [`h${(i * 7919 + 1) % 40_000}`]),
    )
    const cost = (nodes: ThreadNode[]): number => {
      const start = performance.now()
      placeMessages(nodes)
      return performance.now() - start
    }
    cost(hostile)
    expect(cost(hostile) / 40_000).toBeLessThan(20 * (cost(chain) / 10_000) + 0.01)
  })

  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
  const anyNode = fc.record({
    id: fc.constantFrom(...ids.slice(0, 6)),
    at: fc.nat(5),
    references: fc.array(fc.constantFrom(...ids), { maxLength: 4 }),
    topic: fc.constantFrom('boot time', 'memory leak in xl', ''),
  })

  test('order and repetition of the mails do not matter', () => {
    fc.assert(
      fc.property(fc.array(anyNode, { maxLength: 10 }), fc.infiniteStream(fc.nat()), (drafts, noise) => {
        const nodes = drafts.map((draft) => node(draft.id, draft.at, draft.references, draft.topic))
        const shuffled = [...nodes, ...nodes.slice(0, 3)]
          .map((value) => ({ value, key: noise.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ value }) => value)
        expect(placeMessages(shuffled)).toEqual(placeMessages(nodes))
      }),
    )
  })

  test('every mail has one place, in a thread that its parents lead to', () => {
    fc.assert(
      fc.property(fc.array(anyNode, { maxLength: 10 }), (drafts) => {
        const nodes = drafts.map((draft) => node(draft.id, draft.at, draft.references, draft.topic))
        const places = placeMessages(nodes)
        expect(places.map((place) => place.message).sort()).toEqual(
          [...new Set(nodes.map((n) => n.id))].sort(),
        )
        const placed = new Map(places.map((place) => [place.message, place]))
        for (const place of places) {
          const parent = place.parent === null ? undefined : placed.get(place.parent)
          if (parent) expect(parent.thread).toBe(place.thread)
        }
      }),
    )
  })
})
