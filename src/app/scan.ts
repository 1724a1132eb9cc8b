// Archives read, threaded and linked in memory: what would be understood, without any state. One report a message,
// unreadable ones too, in the order of the input.
import { buildCatalogueIndex } from '../core/link/catalogue-index.ts'
import type { Catalogue } from '../core/model/entry.ts'
import type { MessageId } from '../core/model/ids.ts'
import type { ThreadLink } from '../core/model/link.ts'
import type { Reading } from '../core/model/reading.ts'
import { isoInstant } from '../core/model/time.ts'
import { linkAll } from '../core/pipeline.ts'
import type { MailSource } from '../ports/mail-source.ts'
import type { CopyResult } from './read-copy.ts'
import type { BulkReader } from './replay.ts'
import type { Settings } from './settings.ts'

/** DESIGN §9, `scan --json`. */
export interface ScanReport {
  readonly message_id: string | null
  readonly date: string | null
  readonly list: string | null
  readonly from: { readonly name: string; readonly address: string } | null
  readonly subject: string | null
  readonly thread: string | null
  readonly tag: string | null
  readonly year: number | null
  readonly automatic: boolean
  readonly signals: readonly object[]
  readonly entry: string | null
  readonly score: number
  readonly candidates: readonly object[]
  readonly commands: readonly object[]
  readonly not_scanned: string | null
  readonly error: string | null
}

export interface Scanned {
  readonly reports: readonly ScanReport[]
  readonly readings: ReadonlyMap<MessageId, Reading>
  readonly links: ReadonlyMap<MessageId, ThreadLink>
}

const BATCH = 256

/** Reads all sources and judges them together, as one archive. */
export async function scan(
  sources: readonly MailSource[],
  catalogue: Catalogue,
  settings: Settings,
  reader: BulkReader,
  signal: AbortSignal,
): Promise<Scanned> {
  const order: (CopyResult & { readonly key: string })[] = []
  for (const source of sources) {
    let batch: { raw: Uint8Array; receivedAt: number | null; key: string }[] = []
    const flush = async (): Promise<void> => {
      const results = await reader.read(
        batch.map(({ raw, receivedAt }) => ({ raw, receipt: { receivedAt } })),
      )
      results.forEach((result, at) => {
        order.push({ ...result, key: `${source.name} ${batch[at]?.key}` })
      })
      batch = []
    }
    for await (const mail of source.read(null, signal)) {
      batch.push({ raw: mail.raw, receivedAt: mail.receivedAt, key: mail.place.key })
      if (batch.length >= BATCH) await flush()
    }
    if (batch.length > 0) await flush()
  }
  return judge(order, catalogue, settings)
}

function judge(
  order: readonly (CopyResult & { readonly key: string })[],
  catalogue: Catalogue,
  settings: Settings,
): Scanned {
  const readings = new Map<MessageId, Reading>()
  for (const result of order)
    if (result.ok && !readings.has(result.copy.reading.message.id))
      readings.set(result.copy.reading.message.id, result.copy.reading)
  const index = buildCatalogueIndex(catalogue, settings.parse.lists)
  const { threadOf, links } = linkAll([...readings.values()], index, settings.link, new Map())
  const linkOf = new Map<MessageId, ThreadLink>()
  for (const [id, thread] of threadOf) {
    const link = links.get(thread)
    if (link) linkOf.set(id, link)
  }
  const reports = order.map((result) =>
    result.ok
      ? report(result.copy.reading, linkOf.get(result.copy.reading.message.id))
      : unread(result.key, result.reason),
  )
  return { reports, readings, links: linkOf }
}

function report(reading: Reading, link: ThreadLink | undefined): ScanReport {
  const { message } = reading
  const linked = link?.signals.filter((signal) => signal.message === message.id) ?? []
  return {
    message_id: message.id,
    date: isoInstant(message.at),
    list: message.lists[0] ?? null,
    from: message.author,
    subject: message.subject,
    thread: link?.thread ?? message.id,
    tag: message.tag?.programme ?? null,
    year: message.tag?.year ?? null,
    automatic: message.automatic !== null,
    signals: linked.map((signal) => ({
      type: signal.type,
      project: signal.project,
      evidence: signal.evidence,
      entry: signal.entry,
      score: round(signal.score),
      who: signal.who,
      reason: signal.reason,
      offsets: signal.span ? [signal.span.start, signal.span.end] : null,
      link_score: round(signal.linkScore),
      ...(signal.version === undefined ? {} : { version: signal.version, n: signal.n, m: signal.m }),
    })),
    entry: link?.entry ?? null,
    score: round(link?.score ?? 0),
    candidates: (link?.candidates ?? []).map((candidate) => ({
      entry: candidate.entry,
      score: round(candidate.score),
      reasons: candidate.reasons.map((reason) => `${reason.kind}: ${reason.detail}`),
    })),
    commands: reading.commands,
    not_scanned: message.notScanned,
    error: null,
  }
}

function unread(key: string, reason: string): ScanReport {
  return {
    message_id: null,
    date: null,
    list: null,
    from: null,
    subject: null,
    thread: null,
    tag: null,
    year: null,
    automatic: false,
    signals: [],
    entry: null,
    score: 0,
    candidates: [],
    commands: [],
    not_scanned: null,
    error: `${key}: ${reason}`,
  }
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000
}
