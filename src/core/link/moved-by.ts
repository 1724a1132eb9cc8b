// A thread's link, and which of its mails brought it there: when the mails before it led elsewhere or nowhere, what they say
// is told of another entry from then on. Found by linking the thread as far as it went; a tie by command is told by itself.
import type { MessageId } from '../model/ids.ts'
import type { ThreadLink } from '../model/link.ts'
import { DAY, type Instant } from '../model/time.ts'
import type { CatalogueIndex } from './catalogue-index.ts'
import { type LinkSettings, linkThread, type ThreadInput } from './link-thread.ts'

/** The link with `movedBy` where a later mail of the thread settled it; members are in order of (time, id). */
export function withMove(
  thread: ThreadInput,
  link: ThreadLink,
  index: CatalogueIndex,
  settings: LinkSettings,
): ThreadLink {
  const { members } = thread
  if (link.by === 'command' || members.length < 2 || !mayHaveMoved(link, settings)) return link
  const asFar = (count: number): ThreadLink =>
    linkThread({ ...thread, members: members.slice(0, count) }, index, settings)
  let before = asFar(1)
  if (before.entry === link.entry) return link
  // Before `low` mails it led elsewhere, with `high` of them it leads here.
  let low = 1
  let high = members.length
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    const then = asFar(middle)
    if (then.entry === link.entry) high = middle
    else {
      low = middle
      before = then
    }
  }
  const { at, id } = members[high - 1]!.message
  const retold = retoldIn(link, before, new Set(members.slice(0, low).map(({ message }) => message.id)))
  if (before.entry === null && (retold.length === 0 || isOnePosting(members, retold, at))) return link
  return { ...link, movedBy: { at, message: id, from: before.entry, retold } }
}

/** What the same day brings, such as a series after its cover letter, was never told otherwise to anybody. */
function isOnePosting(
  members: ThreadInput['members'],
  retold: readonly MessageId[],
  until: Instant,
): boolean {
  return members.every(({ message }) => !retold.includes(message.id) || until - message.at < DAY)
}

/** A thread that is tied to nothing and hardly resembles anything was never tied. */
function mayHaveMoved(link: ThreadLink, settings: LinkSettings): boolean {
  return link.entry !== null || (link.candidates[0]?.score ?? 0) >= settings.threshold / 2
}

/** Earlier mails whose statements came to the entry only with the thread. */
function retoldIn(link: ThreadLink, before: ThreadLink, earlier: ReadonlySet<MessageId>): MessageId[] {
  if (link.entry === null) return []
  const known = new Set(
    before.signals.flatMap((signal) =>
      signal.entry === link.entry ? [`${signal.index} ${signal.message}`] : [],
    ),
  )
  const retold = link.signals.filter(
    (signal) =>
      signal.entry === link.entry &&
      earlier.has(signal.message) &&
      !known.has(`${signal.index} ${signal.message}`),
  )
  return [...new Set(retold.map((signal) => signal.message))]
}
