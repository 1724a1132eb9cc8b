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
import type { SignalType } from '../model/signal.ts'
import { isOnlyUpkeep, LOOKS_AFTER, UPKEEP, withWork } from './asked-work.ts'
import { type CatalogueIndex, namesOfEntry } from './catalogue-index.ts'
import { linkFaint } from './link-faint.ts'
import { linkSignal } from './link-signal.ts'
import { lookUp } from './look-up.ts'
import { type FieldReader, fieldReader, type QueryText } from './query-field.ts'
import { supported } from './support.ts'
import { type LinkSettings, marginBetween, SIGNAL_MARGIN } from './sureness.ts'
import type { ThreadInput } from './thread-input.ts'
import type { ThreadMeaning } from './thread-meaning.ts'
import { openingTexts, signalTexts } from './thread-texts.ts'

export type { LinkSettings } from './sureness.ts'
export type { Relative, ThreadInput } from './thread-input.ts'

/** Settings under which the published figures were measured. */
export const LINK_SETTINGS: LinkSettings = { threshold: 0.6, margin: 0.1 }

const MOST_CANDIDATES = 10

/** Links one thread. Who links it twice may share a reader. */
export function linkThread(
  thread: ThreadInput,
  index: CatalogueIndex,
  settings: LinkSettings,
  read: FieldReader = fieldReader(index),
): ThreadLink {
  const { members, command } = thread
  const opening = openingTexts(members, read)
  const said = signalTexts(members, read)
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
  const signals: LinkedSignal[] = []
  for (const { message, signals: own, faint } of members) {
    for (const signal of own) {
      const linked = linkSignal(signal, message, meaning, index, settings, read)
      signals.push(withWork(linked, message, members, index))
    }
    if (!faint) continue
    for (const signal of faint) {
      const linked = linkFaint(signal, message, index, settings, read)
      if (linked) signals.push(linked)
    }
  }
  const bySignals = choice.entry === null && choice.by === 'linker' ? chooseBySignals(signals) : null
  const last = bySignals ?? choice
  const settled =
    !opens && isAside(last.entry, opening, index, read)
      ? { ...last, entry: null, reasons: [...last.reasons, IN_PASSING] }
      : last
  const speaks = tag !== null || signals.some((signal) => TRIAGED.has(signal.type) && signal.entry === null)
  return {
    thread: thread.thread,
    ...settled,
    candidates: candidates.slice(0, MOST_CANDIDATES),
    tag,
    triage: settled.entry === null && command === null && speaks,
    signals,
  }
}

/** From this score on the opening itself is taken to speak of the entry. */
const OPENS = 0.5

/** Only what a thread opens with, and clearly, can be what “this” means in it; not what later sentences bring up. */
function isOpening(entry: EntryId, opening: readonly Candidate[]): boolean {
  return opening.some((candidate) => candidate.entry === entry && candidate.score >= OPENS)
}

const IN_PASSING: LinkReason = {
  kind: 'words',
  detail: 'said in passing: the subject names another part',
  weight: 0,
}

/** What is said in passing in a thread whose subject names another part is not what the thread is about. */
function isAside(
  entry: EntryId | null,
  opening: readonly QueryText[],
  index: CatalogueIndex,
  read: FieldReader,
): boolean {
  const [subject] = opening
  if (entry === null || !subject || lookUp(index, opening, read).some((other) => other.entry === entry))
    return false
  const parts = [...read(subject).parts.values()].flat()
  const own = namesOfEntry(entry, index)
  return parts.length > 0 && !own.some((name) => parts.some((part) => name.weights.has(part)))
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

/** Where the words of a thread give no entry, all that is said in it may speak of one. */
function chooseBySignals(signals: readonly LinkedSignal[]): Choice | null {
  const speaking = signals.filter(
    ({ type, entry }) => entry !== null && (TRIAGED.has(type) || type === 'progress'),
  )
  const [best] = [...speaking].sort((a, b) => b.linkScore - a.linkScore)
  if (!best || speaking.some((signal) => signal.entry !== best.entry)) return null
  const { entry, linkScore: score, linkReasons: reasons } = best
  return { entry, score, margin: score, by: 'linker', reasons }
}
