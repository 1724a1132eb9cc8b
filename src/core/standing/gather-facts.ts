// Linked threads, commands, pages and commits → the facts about one entry, the only input of the fold.
// In any order; what speaks of other entries is left out.
import type { CommandRecord } from '../model/command-record.ts'
import type { CatalogueEntry, CatalogueRecord } from '../model/entry.ts'
import { dateOfEntry, dayMeant, instantMeant } from '../model/entry-date.ts'
import type {
  CatalogueFact,
  CommandFact,
  CommitFact,
  MailFact,
  SignalFact,
  StandingFact,
} from '../model/fact.ts'
import type { EntryId, MessageId } from '../model/ids.ts'
import { LINK_EVIDENCE, type LinkedSignal, type LinkReason, type ThreadLink } from '../model/link.ts'
import type { Message } from '../model/message.ts'
import type { Reading } from '../model/reading.ts'
import { relinkFacts, tieOf } from './relinks.ts'

export interface GatherInput {
  /** The entry as merged: stands for itself when nothing else was ever said of it. */
  readonly entry: CatalogueEntry
  /** Threads tied to the entry or holding a signal tied to it. */
  readonly threads: readonly { readonly link: ThreadLink; readonly members: readonly Reading[] }[]
  readonly commands: readonly CommandRecord[]
  readonly records: readonly CatalogueRecord[]
  readonly commits: readonly CommitFact[]
}

/** All facts about `entry`. */
export function gatherFacts(entry: EntryId, input: GatherInput): StandingFact[] {
  const records: readonly CatalogueRecord[] =
    input.records.length > 0
      ? input.records
      : [{ at: dateOfEntry(input.entry) ?? 0, revision: '', entry: input.entry }]
  return [
    ...records.map(catalogueFact),
    ...input.threads.flatMap(({ link, members }) =>
      mailFacts(entry, link, members, tieOf(entry, link, records, input.commands)),
    ),
    ...relinkFacts(entry, input, records),
    ...input.commands.flatMap((command) => commandFact(entry, command)),
    ...dismissalsElsewhere(entry, input),
    ...input.commits,
  ]
}

function mailFacts(
  entry: EntryId,
  link: ThreadLink,
  members: readonly Reading[],
  tie: (message: Message, says: boolean) => MailFact['linkedBy'],
): MailFact[] {
  const threadLinked = link.entry === entry
  const signals = new Map<MessageId, LinkedSignal[]>()
  for (const signal of link.signals) {
    if (signal.entry !== entry) continue
    const own = signals.get(signal.message)
    if (own) own.push(signal)
    else signals.set(signal.message, [signal])
  }
  const facts: MailFact[] = []
  for (const { message } of members) {
    const parent = message.references.at(-1) ?? null
    const own = signals.get(message.id) ?? []
    // Of a thread about something else only what concerns the entry counts, and what answers it.
    if (!threadLinked && own.length === 0 && !(parent !== null && signals.has(parent))) continue
    facts.push(mailFact(message, parent, link, threadLinked, own, tie(message, own.length > 0)))
  }
  return facts
}

function mailFact(
  message: Message,
  parent: MessageId | null,
  link: ThreadLink,
  threadLinked: boolean,
  signals: readonly LinkedSignal[],
  linkedBy: MailFact['linkedBy'],
): MailFact {
  return {
    kind: 'mail',
    at: message.at,
    message: message.id,
    thread: link.thread,
    parent,
    author: message.author,
    to: message.to,
    cc: message.cc,
    lists: message.lists,
    subject: message.subject,
    topic: message.topic,
    tag: message.tag ?? (threadLinked ? link.tag : null),
    patch: message.patch,
    automatic: message.automatic !== null,
    powerless: message.powerless !== null,
    asks: asksSomething(message),
    threadLinked,
    signals: signals.map((signal) => signalFact(signal, link)),
    linkedBy,
  }
}

function signalFact(signal: LinkedSignal, link: ThreadLink): SignalFact {
  return {
    type: signal.type,
    index: signal.index,
    evidence: signal.evidence,
    score: signal.score,
    reason: signal.reason,
    who: signal.who,
    link: strongest(signal.linkReasons) ?? strongest(link.reasons) ?? 'words',
    linkScore: signal.linkScore,
    ...(signal.version === undefined ? {} : { version: signal.version }),
    ...(signal.n === undefined ? {} : { n: signal.n }),
    ...(signal.m === undefined ? {} : { m: signal.m }),
  }
}

function strongest(reasons: readonly LinkReason[]): LinkReason['kind'] | null {
  const kinds = new Set(reasons.map((reason) => reason.kind))
  return LINK_EVIDENCE.find((kind) => kinds.has(kind)) ?? null
}

/** A question mark that ends a word of the author's own text; one inside a URL does not. */
function asksSomething(message: Message): boolean {
  return message.own.some((span) =>
    /[\p{L}\p{N})"'”’»]\s?\?(?=[\s)"'”’»?!]|$)/u.test(message.text.slice(span.start, span.end)),
  )
}

/** "That was no claim" holds for whatever entry the mail is tied to later; told here once, however many it was said about. */
function dismissalsElsewhere(entry: EntryId, { threads, commands }: GatherInput): CommandFact[] {
  const spoken = new Set<string>(
    threads.flatMap(({ link }) =>
      link.signals.flatMap((signal) => (signal.entry === entry ? [signal.message] : [])),
    ),
  )
  const known = new Set<string>()
  const statement = ({ at, action }: CommandRecord): string =>
    action.verb === 'dismiss' ? `${at} ${action.message} ${action.type ?? ''}` : ''
  for (const command of commands)
    if ('entry' in command.action && command.action.entry === entry) known.add(statement(command))
  const facts: CommandFact[] = []
  for (const command of [...commands].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const { action } = command
    if (action.verb !== 'dismiss' || action.message === undefined || !spoken.has(action.message)) continue
    if (known.has(statement(command))) continue
    known.add(statement(command))
    facts.push(...commandFact(entry, { ...command, action: { ...action, entry } }))
  }
  return facts
}

function commandFact(entry: EntryId, command: CommandRecord): CommandFact[] {
  const { id, at, by, origin, action } = command
  if (action.verb === 'link' || action.verb === 'unlink' || action.entry !== entry) return []
  return [
    {
      kind: 'command',
      at,
      id,
      by,
      origin,
      verb: action.verb,
      ...(action.who ? { who: action.who } : {}),
      ...(action.until === undefined ? {} : { until: action.until }),
      ...(action.message === undefined
        ? {}
        : { dismiss: { message: action.message, ...(action.type ? { type: action.type } : {}) } }),
    },
  ]
}

function catalogueFact({ at, revision, entry }: CatalogueRecord): CatalogueFact {
  return {
    kind: 'catalogue',
    at,
    revision,
    page: entry.source.page,
    line: entry.source.line,
    state: entry.state,
    retired: entry.state === 'archived',
    contacts: entry.contacts,
    interested: entry.reviews
      .filter((review) => saysInterested(review.text))
      .map((review) => ({
        who: review.author,
        at: review.date === null ? null : instantMeant(review.date),
        text: review.text,
      })),
    verified: dayMeant(entry.verified),
    inserted: dayMeant(entry.inserted),
    gsoc: entry.gsoc.value,
  }
}

/** The page's own invitation (`I am interested in this idea`) and its near relatives; a denial is none. */
function saysInterested(text: string): boolean {
  return (
    /\bI(?:'m| am| would be|'d be)(?: \w+)? interested\b|\bI(?:'d| would) (?:like|love) to (?:work|take|do|try)\b/iu.test(
      text,
    ) && !/\b(?:not|no longer) interested\b/iu.test(text)
  )
}
