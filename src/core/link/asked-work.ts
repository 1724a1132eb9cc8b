// Do mails do the work their entry asks for, or look after what is there already? In: a linked signal or the first candidate
// of a thread, and the thread's mails. Out: the signal with that told, or yes and no.
import type { Candidate, LinkedSignal, LinkReason } from '../model/link.ts'
import type { Message } from '../model/message.ts'
import { personKey } from '../model/person.ts'
import { type CatalogueIndex, namesOfEntry } from './catalogue-index.ts'
import type { ThreadInput } from './thread-input.ts'
import { saysSomething, topicsOf } from './thread-texts.ts'
import { doesWhatIsAsked, partsAskedFor, staysInComponent, takesOut } from './upkeep.ts'
import { wordsOf } from './words.ts'

/** The reason told of work that only looks after what is there, and what it leaves of a score. */
export const LOOKS_AFTER: LinkReason = {
  kind: 'words',
  detail: 'looks after what is there already',
  weight: 0,
}
export const UPKEEP = 0.6
const POINTING: ReadonlySet<string> = new Set(['url', 'anchor', 'slug'])
const MOST_TEXT = 10_000
const MOST_READ = 5

/**
 * A patch that does what its entry asks for is as good as quoting its title; so is progress on its part by name. A patch
 * that looks after what is there already says less of the entry than its words do.
 */
export function withWork(
  signal: LinkedSignal,
  message: Message,
  members: ThreadInput['members'],
  index: CatalogueIndex,
): LinkedSignal {
  if (signal.entry === null || (signal.type !== 'patch' && signal.type !== 'progress')) return signal
  const names = namesOfEntry(signal.entry, index)
  const parts = partsAskedFor(names)
  if (signal.type === 'progress') return saysOneOf(parts, signal) ? doing(signal, names[0]!.text) : signal
  const topics = seriesTopics(message, members)
  if (parts.length === 0) {
    if (!names[0] || !takesOut(names[0].text, topics)) return signal
    return doing({ ...signal, linkScore: signal.linkScore + (1 - signal.linkScore) * BY_NAME }, names[0].text)
  }
  if (doesWhatIsAsked(names, topics, [message.text.slice(0, MOST_TEXT)])) return doing(signal, names[0]!.text)
  if (signal.linkReasons.some(({ kind }) => POINTING.has(kind))) return signal
  const linkReasons = [...signal.linkReasons, LOOKS_AFTER]
  return { ...signal, linkScore: signal.linkScore * UPKEEP, linkReasons }
}

/** What a topic that names the very function of the title adds: as much as another version of the series. */
const BY_NAME = 0.3

function saysOneOf(parts: readonly string[], signal: LinkedSignal): boolean {
  if (parts.length === 0) return false
  const said = new Set(wordsOf(`${signal.project ?? ''} ${signal.evidence}`, MOST_TEXT))
  return parts.some((part) => said.has(part))
}

function doing(signal: LinkedSignal, title: string): LinkedSignal {
  const detail = `does what “${title}” asks for`
  const reason: LinkReason = { kind: 'title', detail, weight: signal.linkScore }
  return { ...signal, linkReasons: [reason, ...signal.linkReasons] }
}

/** Topics of the mail and of its author's other patches in the thread: what one of them does, the series does. */
function seriesTopics(message: Message, members: ThreadInput['members']): string[] {
  const author = personKey(message.author)
  const others = members
    .slice(0, MOST_PATCHES)
    .filter((member) => member.message.patch !== null && personKey(member.message.author) === author)
  return [message.topic, ...others.map((member) => member.message.topic)]
}

const MOST_PATCHES = 50

/**
 * Where nobody says anything but patches, an entry on a part is meant only if the part is announced, or the kind of change
 * that the title asks for is spoken of.
 */
export function isOnlyUpkeep(
  { entry, reasons }: Candidate,
  { members }: ThreadInput,
  index: CatalogueIndex,
): boolean {
  if (saysSomething(members) || reasons.some((reason) => POINTING.has(reason.kind))) return false
  const names = namesOfEntry(entry, index)
  if (names[0] && staysInComponent(names[0], topicsOf(members))) return true
  if (partsAskedFor(names).length === 0) return false
  const texts = members.slice(0, MOST_READ).map(({ message }) => message.text.slice(0, MOST_TEXT))
  return !doesWhatIsAsked(names, topicsOf(members), texts)
}
