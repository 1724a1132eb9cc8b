// What came out differently when everything was derived anew, in words: compared whole, told in short.
// Standings are compared as of the instants at which they were kept, for time alone changes what is silent and overdue.
import type { CatalogueEntry } from '../core/model/entry.ts'
import type { ThreadLink } from '../core/model/link.ts'
import type { Signal } from '../core/model/signal.ts'
import type { Standing } from '../core/model/standing.ts'
import { computeStanding } from '../core/standing/compute-standing.ts'
import type { StoreReads } from '../ports/store.ts'
import { entryFacts, loadFactsBeside } from './entry-facts.ts'
import { entriesNow } from './index-cache.ts'
import { policyOfEntry, type Settings } from './settings.ts'

/** One derived thing that came out differently. */
export interface Difference {
  readonly what: 'catalogue' | 'reading' | 'link' | 'standing'
  readonly key: string
  /** In short; `nothing` where there was none. */
  readonly before: string
  readonly after: string
  /** The parts that differ. */
  readonly parts: readonly string[]
}

/** Differences between two states of one kind of thing, in order of key. */
export function compare<T extends object>(
  what: Difference['what'],
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  tell: (thing: T) => string,
): Difference[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort()
  return keys.flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)]
    const parts = [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])]
      .filter((part) => text(was?.[part as keyof T]) !== text(is?.[part as keyof T]))
      .sort()
    if (parts.length === 0 && (was === undefined) === (is === undefined)) return []
    return [{ what, key, before: was ? tell(was) : 'nothing', after: is ? tell(is) : 'nothing', parts }]
  })
}

/** The merged catalogue by entry, with what was said of each before. */
export async function entriesOf(reads: StoreReads): Promise<Map<string, CatalogueEntry>> {
  const { entries, timeline } = await reads.catalogue()
  return new Map(entries.map((entry) => [entry.id, { ...entry, timeline: timeline?.[entry.id] }]))
}

export async function linksOf(reads: StoreReads): Promise<Map<string, ThreadLink>> {
  const links = new Map<string, ThreadLink>()
  for await (const { link } of reads.links()) links.set(link.thread, link)
  return links
}

export async function standingsOf(reads: StoreReads): Promise<Map<string, Standing>> {
  const standings = new Map<string, Standing>()
  for await (const standing of reads.standings()) standings.set(standing.entry, standing)
  return standings
}

/** The standings of the same entries as of the same instants from the facts and links as they are now; new entries as kept. */
export async function standAgain(
  reads: StoreReads,
  kept: ReadonlyMap<string, Standing>,
  { settings }: { readonly settings: Settings },
): Promise<Map<string, Standing>> {
  const known = await entriesNow(reads)
  const beside = await loadFactsBeside(reads)
  const again = await standingsOf(reads)
  for (const { entry: id, at } of kept.values()) {
    const one = known.get(id)
    if (!one) continue
    const facts = await entryFacts(one, await reads.linkedThreads(id), beside)
    const policy = policyOfEntry(settings, one.entry)
    again.set(id, computeStanding(id, facts, policy, at))
  }
  return again
}

export function linkText(link: ThreadLink): string {
  const entry = link.entry ?? (link.triage ? 'triage' : 'none')
  return `${entry} ${link.score.toFixed(3)} ${signalText(link.signals)}`
}

export function standingText({ status, claims }: Standing): string {
  return [status, claims.map((claim) => `${claim.who.address || claim.who.name} ${claim.state}`).join(', ')]
    .filter(Boolean)
    .join(' ')
}

/** `claim pvusb, patch`; a signal of the linker names its entry. */
export function signalText(signals: readonly (Signal & { readonly entry?: string | null })[]): string {
  return signals.map(({ type, entry }) => (entry ? `${type} ${entry}` : type)).join(', ') || 'nothing'
}

function text(value: unknown): string | undefined {
  return JSON.stringify(value)
}
