// Keys that the versions of one patch series share: the author with the cover's topic, b4's change id, and the ids of
// earlier versions the letter links to. A reply has none.
import type { Message } from '../model/message.ts'
import { personKey } from '../model/person.ts'

/** `20240108-iio-backend-v4-0-0f1a2b3c@example.org`, as b4 makes Message-IDs. */
const B4_ID = /^(\d{8}-[a-z0-9._-]{3,100}?)-v\d+-\d+-[0-9a-f]{6,40}@/
const CHANGE_ID = /^change-id: (\d{8}-[A-Za-z0-9._-]{3,100}?)-[0-9a-f]{6,40}\s*$/m
const EARLIER =
  /https?:\/\/(?:lore|lkml|patch)\.[a-z.]+\/(?:[a-z0-9._-]+\/)?([^\s/<>"]{5,300}@[^\s/<>"]{3,200})/gi
const EARLIER_LINE = /\bv\d+\b|\bversion\b|\bprevious|\bRFC\b/i

/** Sorted, without repeats; empty for what is no patch. */
export function seriesKeys(message: Pick<Message, 'id' | 'author' | 'topic' | 'patch' | 'text'>): string[] {
  const { patch } = message
  if (!patch) return []
  const keys = new Set<string>()
  if (patch.n <= 1 && message.topic.split(' ').length > 1)
    keys.add(`subject ${personKey(message.author)} ${message.topic}`)
  const b4 = B4_ID.exec(message.id)?.[1]
  if (b4) keys.add(`change ${b4.toLowerCase()}`)
  if (patch.n <= 1) {
    const change = message.text.includes('change-id: ') ? CHANGE_ID.exec(message.text)?.[1] : undefined
    if (change) keys.add(`change ${change.toLowerCase()}`)
    keys.add(`posting ${message.id}`)
    for (const id of earlierVersions(message.text)) keys.add(`posting ${id}`)
  }
  return [...keys].sort()
}

/** Ids in "Link to v2: https://lore…/<id>" lines; other links of a letter tie nothing. */
function earlierVersions(text: string): string[] {
  const ids: string[] = []
  const letter = text.slice(0, 20_000)
  for (const match of letter.matchAll(EARLIER)) {
    const lineStart = letter.lastIndexOf('\n', match.index) + 1
    const said = letter.slice(Math.max(0, letter.lastIndexOf('\n', lineStart - 2) + 1), match.index)
    if (EARLIER_LINE.test(said) && ids.length < 20) ids.push(decode(match[1] as string))
  }
  return ids
}

function decode(id: string): string {
  return id.replace(/%40/g, '@').replace(/%2B/gi, '+')
}
