// The order of the stages; read this first.
//
//   decoded mail ─ parse ─ detect ─▶ Reading            one mail, alone            readMail
//   Readings ─ threads ─ link ─▶ ThreadLink             mails and catalogue        placeMessages, linkGroup
//   ThreadLinks, commands, commits ─ stand ─▶ Standing  one entry at one instant   standing/
//   Standings ─ compose ─▶ digest, answer, notice       words                      compose/
import { readSignals } from './detect/detect-signals.ts'
import type { CatalogueIndex } from './link/catalogue-index.ts'
import { type LinkSettings, linkThread, type Relative, type ThreadInput } from './link/link-thread.ts'
import { withMove } from './link/moved-by.ts'
import { type FieldReader, fieldReader } from './link/query-field.ts'
import { placeMessages } from './link/threads.ts'
import type { ListId, MessageId, ThreadId } from './model/ids.ts'
import type { ThreadLink } from './model/link.ts'
import type { MailingList } from './model/list.ts'
import type { DecodedMail } from './model/mail.ts'
import type { Reading } from './model/reading.ts'
import { type ParseSettings, parseMail, type Receipt } from './parse/parse-mail.ts'

/** Parse, then detect: everything one mail says by itself. */
export function readMail(mail: DecodedMail, receipt: Receipt, settings: ParseSettings): Reading {
  const parsed = parseMail(mail, receipt, settings)
  const { signals, faint } = readSignals(parsed.message)
  return { ...parsed, signals, ...(faint.length > 0 ? { faint } : {}) }
}

/**
 * The watched lists a copy came through: by List-Id (RFC 2919), else by an address in To or Cc. With no lists
 * configured every List-Id names its own list by its first label, so that archives can be read without a configuration.
 */
export function listsOfMail(mail: DecodedMail, lists: readonly MailingList[], open: boolean): ListId[] {
  const ids = mail.headers
    .filter((field) => field.name === 'list-id')
    .map((field) => (/<([^<>]+)>\s*$/.exec(field.value)?.[1] ?? field.value).trim().toLowerCase())
  const byId = lists.filter((list) => list.listIds.some((id) => ids.includes(id)))
  if (byId.length > 0) return byId.map((list) => list.id)
  const named = new Set([...mail.to, ...mail.cc].map((person) => person.address))
  const byAddress = lists.filter((list) => list.addresses.some((address) => named.has(address)))
  if (byAddress.length > 0 || !open) return byAddress.map((list) => list.id)
  return ids.slice(0, 1).map((id) => (id.split('.')[0] ?? id) as ListId)
}

/** A thread's members with what was read from each, in order of (event time, id). */
export type ThreadMembers = ThreadInput['members']

/** What a person settled about a thread by command. */
export type ThreadCommand = ThreadInput['command']

/** Links one thread by what it says itself, and by what a person settled. */
export function linkAlone(
  thread: ThreadId,
  members: ThreadMembers,
  command: ThreadCommand,
  index: CatalogueIndex,
  settings: LinkSettings,
): ThreadLink {
  return linkThread({ thread, members, command, relatives: [] }, index, settings)
}

/**
 * Links one thread in the light of the other threads of its series: each is linked `alone` first, so that the result
 * does not depend on which of them was seen first.
 */
export function linkInSeries(
  alone: ThreadLink,
  members: ThreadMembers,
  command: ThreadCommand,
  others: readonly ThreadLink[],
  index: CatalogueIndex,
  settings: LinkSettings,
): ThreadLink {
  const relatives = others.flatMap(({ thread, entry, score }): Relative[] =>
    entry ? [{ thread, why: 'series', entry, score }] : [],
  )
  const input = { thread: alone.thread, members, command, relatives }
  const link = relatives.length === 0 ? alone : linkThread(input, index, settings)
  return withMove(input, link, index, settings)
}

/** Order of messages everywhere: event time, then Message-ID. */
export function byTime(a: Reading, b: Reading): number {
  return (
    a.message.at - b.message.at || (a.message.id < b.message.id ? -1 : a.message.id > b.message.id ? 1 : 0)
  )
}

/**
 * The whole judgement in memory, for archives that are only looked at: threads and links of the given readings
 * (each Message-ID once). With `moves`, links tell which later mail brought their thread where it is.
 */
export function linkAll(
  readings: readonly Reading[],
  index: CatalogueIndex,
  settings: LinkSettings,
  commands: ReadonlyMap<ThreadId, ThreadCommand>,
  { moves }: { readonly moves: boolean } = { moves: false },
): { threadOf: Map<MessageId, ThreadId>; links: Map<ThreadId, ThreadLink> } {
  const ordered = [...readings].sort(byTime)
  const places = placeMessages(ordered.map((reading) => reading.message))
  const threadOf = new Map(places.map((place) => [place.message, place.thread]))
  const members = new Map<ThreadId, Reading[]>()
  const ofSeries = new Map<string, Set<ThreadId>>()
  for (const reading of ordered) {
    const thread = threadOf.get(reading.message.id) ?? reading.message.id
    const list = members.get(thread)
    if (list) list.push(reading)
    else members.set(thread, [reading])
    for (const key of reading.series) {
      const threads = ofSeries.get(key)
      if (threads) threads.add(thread)
      else ofSeries.set(key, new Set([thread]))
    }
  }
  const alone = new Map<ThreadId, ThreadLink>()
  const readers = new Map<ThreadId, FieldReader>()
  const command = (thread: ThreadId): ThreadCommand => commands.get(thread) ?? null
  for (const [thread, own] of members) {
    const read = fieldReader(index)
    const input = { thread, members: own, command: command(thread), relatives: [] }
    alone.set(thread, linkThread(input, index, settings, read))
    if (seriesThreads(own, ofSeries, thread).length > 0) readers.set(thread, read)
  }
  const links = new Map<ThreadId, ThreadLink>()
  for (const [thread, own] of members) {
    const first = alone.get(thread) as ThreadLink
    const read = readers.get(thread)
    const others = read ? seriesThreads(own, ofSeries, thread) : []
    const relatives = others.flatMap((other): Relative[] => {
      const link = alone.get(other)
      return link?.entry ? [{ thread: other, why: 'series', entry: link.entry, score: link.score }] : []
    })
    const input = { thread, members: own, command: command(thread), relatives }
    const link = relatives.length === 0 ? first : linkThread(input, index, settings, read)
    links.set(thread, moves ? withMove(input, link, index, settings) : link)
  }
  return { threadOf, links }
}

/** Other threads with a version of one of the thread's series, in order. */
function seriesThreads(
  own: readonly Reading[],
  ofSeries: ReadonlyMap<string, ReadonlySet<ThreadId>>,
  self: ThreadId,
): ThreadId[] {
  const others = new Set<ThreadId>()
  for (const reading of own)
    for (const key of reading.series) {
      const threads = ofSeries.get(key)
      if (threads && threads.size > 1) for (const thread of threads) if (thread !== self) others.add(thread)
    }
  return others.size === 0 ? [] : [...others].sort()
}
