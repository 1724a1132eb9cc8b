// Has the subject changed so much on a reply that a new conversation begins? In: two normalised topics and the reply's
// subject. Out: yes or no. Patches, "(was: …)" forms, added or cut words and small rewordings go on in the old thread:
// in doubt nothing is split, for a torn thread loses its entry and a joined one only its tidiness.
import type { PatchNumber } from '../model/message.ts'

export interface Topic {
  readonly topic: string
  readonly subject: string
  readonly patch: PatchNumber | null
}

const WAS = /[([]\s*was\b/i

const wordsOf = (topic: string): Set<string> => new Set(topic.match(/[\p{L}\p{N}]+/gu) ?? [])

/** Whether `reply` starts a topic of its own although it answers a mail about `parent`. */
export function isNewTopic(reply: Topic, parent: Topic): boolean {
  if (reply.topic === parent.topic || reply.patch !== null || WAS.test(reply.subject)) return false
  const own = wordsOf(reply.topic)
  const old = wordsOf(parent.topic)
  if (own.size === 0 || old.size === 0) return false
  let shared = 0
  for (const word of own) if (old.has(word)) shared++
  return 2 * shared < Math.min(own.size, old.size) + 1
}
