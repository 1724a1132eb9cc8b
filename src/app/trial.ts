// A back-test: archives read as `scan` reads them, the books folded as of the archive's end, and every claim or interest
// row taken from the history that the weekly digests of that time would have shown.

import { mailLink } from '../core/compose/archive-link.ts'
import { personLabel } from '../core/compose/book-entry.ts'
import { weekOf } from '../core/compose/digest-week.ts'
import type { TrialRow } from '../core/compose/trial-page.ts'
import type { Catalogue, CatalogueEntry } from '../core/model/entry.ts'
import type { EntryId, MessageId, ThreadId } from '../core/model/ids.ts'
import type { LinkedSignal, ThreadLink } from '../core/model/link.ts'
import type { Reading } from '../core/model/reading.ts'
import type { HistoryEvent } from '../core/model/standing.ts'
import { type Instant, WEEK } from '../core/model/time.ts'
import { byTime } from '../core/pipeline.ts'
import { computeStanding } from '../core/standing/compute-standing.ts'
import { gatherFacts } from '../core/standing/gather-facts.ts'
import type { LinkedThread } from '../ports/store.ts'
import type { Scanned } from './scan.ts'
import { policyOfEntry, type Settings } from './settings.ts'

export interface Trial {
  readonly rows: readonly TrialRow[]
  readonly mails: number
  /** The span the rows come from; both 0 when no mail could be read. */
  readonly from: Instant
  readonly to: Instant
}

/** Rows of the last `weeks` weeks before the archive's last mail. */
export function runTrial(scanned: Scanned, catalogue: Catalogue, settings: Settings, weeks: number): Trial {
  const readings = [...scanned.readings.values()].sort(byTime)
  const to = readings.at(-1)?.message.at ?? 0
  const from = Math.max(readings[0]?.message.at ?? 0, to - weeks * WEEK)
  const ofEntry = threadsByEntry(readings, scanned.links)
  const rows = catalogue.entries.flatMap((entry) => {
    const threads = ofEntry.get(entry.id) ?? []
    if (threads.length === 0) return []
    const facts = gatherFacts(entry.id, { entry, threads, commands: [], records: [], commits: [] })
    const policy = policyOfEntry(settings, entry)
    const { history } = computeStanding(entry.id, facts, policy, to)
    return history.flatMap((event) => (event.at >= from ? rowOf(event, entry, scanned, settings) : []))
  })
  return { rows, mails: readings.length, from, to }
}

/** Threads tied to an entry, or holding a signal tied to it. */
function threadsByEntry(
  readings: readonly Reading[],
  links: ReadonlyMap<MessageId, ThreadLink>,
): Map<EntryId, LinkedThread[]> {
  const threads = new Map<ThreadId, { link: ThreadLink; members: Reading[] }>()
  for (const reading of readings) {
    const link = links.get(reading.message.id)
    if (!link) continue
    const known = threads.get(link.thread)
    if (known) known.members.push(reading)
    else threads.set(link.thread, { link, members: [reading] })
  }
  const ofEntry = new Map<EntryId, LinkedThread[]>()
  for (const thread of threads.values()) {
    const entries = new Set([thread.link.entry, ...thread.link.signals.map((signal) => signal.entry)])
    for (const entry of entries) if (entry) ofEntry.set(entry, [...(ofEntry.get(entry) ?? []), thread])
  }
  return ofEntry
}

function rowOf(event: HistoryEvent, entry: CatalogueEntry, scanned: Scanned, settings: Settings): TrialRow[] {
  const { code, evidence, who } = event
  if ((code !== 'claimed' && code !== 'interested') || evidence?.kind !== 'mail' || !who) return []
  const id = evidence.source as MessageId
  const message = scanned.readings.get(id)?.message
  if (!message) return []
  return [
    {
      at: event.at,
      week: weekOf(event.at, 'Etc/UTC').week,
      code,
      who: personLabel(who),
      entry: entry.id,
      title: entry.title,
      sentence: evidence.text,
      subject: message.subject,
      message: id,
      link: mailLink(id, evidence.lists, settings.parse.lists),
      score: findSignal(scanned.links.get(id), id, entry.id, evidence.text)?.score ?? 0,
    },
  ]
}

function findSignal(
  link: ThreadLink | undefined,
  message: MessageId,
  entry: EntryId,
  sentence: string,
): LinkedSignal | undefined {
  const own = link?.signals.filter((signal) => signal.message === message && signal.entry === entry) ?? []
  return own.find((signal) => signal.evidence === sentence) ?? own[0]
}
