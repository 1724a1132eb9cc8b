// The expected THREAD=REFERENCES answers of Dovecot's imaptest, where they speak of References alone. Left out are the
// cases RFC 5256 decides otherwise than Dibs on purpose: one Message-ID twice (here one mail), and equal subjects (which
// join nothing here).
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { placeMessages, type ThreadNode } from '../../../src/core/link/threads.ts'
import { messageId } from '../../../src/core/model/ids.ts'
import { sharedFolder } from '../../support/shared.ts'

const shared = sharedFolder()

function readMailbox(name: string): ThreadNode[] {
  const text = readFileSync(join(shared ?? '', 'corpus/threads/imaptest/src/tests', `${name}.mbox`), 'latin1')
  const mails = text.split(/^From /m).slice(1)
  return mails.map((mail, index) => {
    const field = (field: string): string =>
      new RegExp(`^${field}: *(.*)$`, 'im').exec(mail.split('\n\n', 1)[0]!)?.[1] ?? ''
    const ids = (value: string): string[] => [...value.matchAll(/<([^>]*)>/g)].map((match) => match[1]!)
    const references = [...ids(field('References')), ...ids(field('In-Reply-To'))]
    return {
      id: messageId(ids(field('Message-ID'))[0] ?? `made-${index}`),
      at: Date.parse(/\w{3} \w{3} +\d+ [\d:]+ \d{4}/.exec(mail)?.[0] ?? ''),
      author: { name: '', address: '' },
      topic: '',
      subject: '',
      references: references.map(messageId),
      patch: null,
    }
  })
}

/** Groups of positions (from 1) that share a thread. */
function groupsOf(nodes: ThreadNode[]): number[][] {
  const threads = new Map<string, number[]>()
  const thread = new Map(placeMessages(nodes).map((place) => [place.message, place.thread]))
  nodes.forEach((node, index) => {
    const root = thread.get(node.id)!
    threads.set(root, [...(threads.get(root) ?? []), index + 1])
  })
  return [...threads.values()].sort((a, b) => a[0]! - b[0]!)
}

describe.runIf(shared !== null)('imaptest’s threads', () => {
  test.each([
    ['thread: a cycle, and one mail named by it', 'thread', [[1], [2, 3]]],
    ['thread5, whole: (1 (2 4)(3)) and one more below 2', 'thread5', [[1, 2, 3, 4, 5]]],
    ['thread6: two answers to a mail that is gone', 'thread6', [[1, 2]]],
  ])('%s', (_, name, expected) => {
    expect(groupsOf(readMailbox(name))).toEqual(expected)
  })

  test('thread5 with 1 and 2 expunged: (1)((2)(3)), ghosts hold their answers together', () => {
    const [, , three, four, five] = readMailbox('thread5')
    expect(groupsOf([three!, four!])).toEqual([[1], [2]])
    expect(groupsOf([three!, four!, five!])).toEqual([[1], [2, 3]])
  })

  test('thread7 without its double: 2 below 1, 3 below 2', () => {
    const [one, two, three] = readMailbox('thread7')
    expect(placeMessages([three!, one!, two!]).map((place) => place.parent)).toEqual([null, 'a@b', 'b@b'])
  })
})
