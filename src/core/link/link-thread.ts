// Thread → entry, and each signal → entry. In: a thread's mails and signals, what a person commanded, what its relatives
// were tied to, the index. Out: the link with score, margin, reasons, candidates. A command always wins; below threshold
// or margin nothing is tied, and what says something about a project goes to triage.
import type { EntryId } from '../model/ids.ts'
import {
  type Candidate,
  LINK_EVIDENCE,
  type LinkedSignal,
  type LinkReason,
  type ThreadLink,
} from '../model/link.ts'
import type { Message } from '../model/message.ts'
import { personKey } from '../model/person.ts'
import type { SignalType } from '../model/signal.ts'
import type { CatalogueIndex } from './catalogue-index.ts'
import type { EntryName } from './entry-names.ts'
import {
  type LinkSettings,
  linkFaint,
  linkSignal,
  marginBetween,
  SIGNAL_MARGIN,
  type ThreadMeaning,
} from './link-signal.ts'
import { combine, lookUp } from './look-up.ts'
import { fieldReader } from './query-field.ts'
import { supportReasons } from './support.ts'
import type { ThreadInput } from './thread-input.ts'
import { openingTexts, saysSomething, signalTexts, topicsOf } from './thread-texts.ts'
import { doesWhatIsAsked, partsAskedFor, takesOut } from './upkeep.ts'
import { wordsOf } from './words.ts'

export type { LinkSettings } from './link-signal.ts'
export type { Relative, ThreadInput } from './thread-input.ts'

/** Settings under which the published figures were measured. */
export const LINK_SETTINGS: LinkSettings = { threshold: 0.6, margin: 0.1 }

const MOST_CANDIDATES = 10

export function linkThread(thread: ThreadInput, index: CatalogueIndex, settings: LinkSettings): ThreadLink {
  const { members, command } = thread
  const read = fieldReader(index)
  const opening = openingTexts(members, read)
  const said = signalTexts(members)
  const candidates = supported(lookUp(index, [...opening, ...said], read), thread, index)
  const choice = choose(candidates, thread, index, settings)
  const tag = members.find((member) => member.message.tag)?.message.tag ?? null
  const opens =
    choice.entry !== null &&
    (choice.by === 'command' ||
      said.length === 0 ||
      (choice.margin >= SIGNAL_MARGIN && isOpening(choice.entry, lookUp(index, opening, read))))
  const position = choice.entry === null || !opens ? undefined : index.positions.get(choice.entry)
  const meaning: ThreadMeaning = {
    entry: position === undefined ? null : index.entries[position]!,
    score: choice.score,
    kind: LINK_EVIDENCE.find((kind) => choice.reasons.some((reason) => reason.kind === kind)) ?? 'words',
    topic: members[0]?.message.topic ?? '',
  }
  const signals = members.flatMap((member) => [
    ...member.signals.map((signal) =>
      withWork(
        linkSignal(signal, member.message, meaning, index, settings, read),
        member.message,
        members,
        index,
      ),
    ),
    ...(member.faint ?? []).flatMap((signal) => linkFaint(signal, index, settings, read) ?? []),
  ])
  const speaks = tag !== null || signals.some((signal) => TRIAGED.has(signal.type) && signal.entry === null)
  return {
    thread: thread.thread,
    ...choice,
    candidates: candidates.slice(0, MOST_CANDIDATES),
    tag,
    triage: choice.entry === null && command === null && speaks,
    signals,
  }
}

/** From this score on the opening itself is taken to speak of the entry. */
const OPENS = 0.5

/** Only what a thread opens with, and clearly, can be what “this” means in it; not what later sentences bring up. */
function isOpening(entry: EntryId, opening: readonly Candidate[]): boolean {
  return opening.some((candidate) => candidate.entry === entry && candidate.score >= OPENS)
}

/** Signals that are worth a person's look when nobody knows what they speak of. */
const TRIAGED: ReadonlySet<SignalType> = new Set([
  'claim',
  'interest',
  'release',
  'assign',
  'inquiry',
  'decline',
])

type Choice = Pick<ThreadLink, 'entry' | 'score' | 'margin' | 'by' | 'reasons'>

function choose(
  candidates: readonly Candidate[],
  thread: ThreadInput,
  index: CatalogueIndex,
  settings: LinkSettings,
): Choice {
  const { command } = thread
  if (command?.verb === 'link') {
    const reasons: LinkReason[] = [{ kind: 'command', detail: 'tied by a person', weight: 1 }]
    return { entry: command.entry, score: 1, margin: 1, by: 'command', reasons }
  }
  if (command) return { entry: null, score: 0, margin: 0, by: 'command', reasons: [] }
  const [first, second] = candidates
  if (!first) return { entry: null, score: 0, margin: 0, by: 'linker', reasons: [] }
  const { score, reasons } = first
  const margin = marginBetween(score, second?.score ?? 0)
  const choice: Choice = { entry: first.entry, score, margin, by: 'linker', reasons }
  if (score < settings.threshold || margin < settings.margin) return { ...choice, entry: null }
  if (!isOnlyUpkeep(first, thread, index)) return choice
  return { ...choice, entry: null, score: score * UPKEEP, reasons: [...reasons, LOOKS_AFTER] }
}

/** Candidates with what speaks for them outside the words; support alone makes no candidate. */
function supported(
  candidates: readonly Candidate[],
  thread: ThreadInput,
  index: CatalogueIndex,
): Candidate[] {
  return candidates
    .map((candidate) => {
      const entry = index.entries[index.positions.get(candidate.entry)!]!
      const reasons = [...candidate.reasons, ...supportReasons(entry, thread)]
      return reasons.length === candidate.reasons.length
        ? candidate
        : { ...candidate, reasons, score: combineAll(reasons) }
    })
    .sort((a, b) => b.score - a.score)
}

const namesOf = (entry: EntryId, index: CatalogueIndex): EntryName[] =>
  (index.namesOf[index.positions.get(entry) ?? -1] ?? []).map((name) => index.names[name]!)

/**
 * A patch that does what its entry asks for is as good as quoting its title; so is progress on its part by name. A patch
 * that looks after what is there already says less of the entry than its words do.
 */
function withWork(
  signal: LinkedSignal,
  message: Message,
  members: ThreadInput['members'],
  index: CatalogueIndex,
): LinkedSignal {
  if (signal.entry === null || (signal.type !== 'patch' && signal.type !== 'progress')) return signal
  const names = namesOf(signal.entry, index)
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
const LOOKS_AFTER: LinkReason = { kind: 'words', detail: 'looks after what is there already', weight: 0 }
const UPKEEP = 0.6
const POINTING: ReadonlySet<string> = new Set(['url', 'anchor', 'slug'])
const MOST_TEXT = 10_000
const MOST_READ = 5

/**
 * Where nobody says anything but patches, an entry on a part is meant only if the part is announced, or the kind of change
 * that the title asks for is spoken of.
 */
function isOnlyUpkeep(
  { entry, reasons }: Candidate,
  { members }: ThreadInput,
  index: CatalogueIndex,
): boolean {
  if (saysSomething(members) || reasons.some((reason) => POINTING.has(reason.kind))) return false
  const names = namesOf(entry, index)
  if (partsAskedFor(names).length === 0) return false
  const texts = members.slice(0, MOST_READ).map(({ message }) => message.text.slice(0, MOST_TEXT))
  return !doesWhatIsAsked(names, topicsOf(members), texts)
}

function combineAll(reasons: readonly LinkReason[]): number {
  const support = reasons.filter((reason) => SUPPORT.has(reason.kind))
  let score = combine(reasons.filter((reason) => !SUPPORT.has(reason.kind)))
  for (const { weight } of support) score += (1 - score) * weight
  return Math.min(score, 0.999)
}

const SUPPORT: ReadonlySet<string> = new Set(['series', 'same-author', 'mentor', 'list'])
