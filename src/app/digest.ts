// The weekly digest of a list: composed for looking at, or put into the outbox, once for each list and ISO week.
// It speaks of the week that is over when the schedule fires; a week in which nothing was said makes no mail.
import { composeDigest, type Digest } from '../core/compose/compose-digest.ts'
import type { TaggedThread } from '../core/compose/digest-rows.ts'
import { type DigestWeek, parseWeek, weekBefore, weekOf } from '../core/compose/digest-week.ts'
import type { MailingList } from '../core/model/list.ts'
import { type Instant, WEEK } from '../core/model/time.ts'
import type { Clock } from '../ports/clock.ts'
import type { OutboxState, Store, StoreReads, Task } from '../ports/store.ts'
import { loadBooks } from './load-books.ts'
import type { OutgoingList } from './outgoing.ts'
import { type MailDeps, putOutbox } from './put-outbox.ts'
import type { Settings } from './settings.ts'

export interface DigestDeps extends MailDeps {
  readonly store: Store
  readonly clock: Clock
  readonly settings: Settings
}

export type ListDigest =
  | ({
      readonly ok: true
      readonly list: OutgoingList
      readonly week: DigestWeek
      readonly digest: Digest['json']
    } & Omit<Digest, 'json'>)
  | { readonly ok: false; readonly reason: string }

export type PostedDigest =
  | {
      readonly ok: true
      readonly isNew: boolean
      readonly id: string
      readonly state: OutboxState
      readonly tasks: readonly Task[]
    }
  | { readonly ok: false; readonly reason: string; readonly nothingToSay?: true }

/** `list` may be left out when one is watched; `week` is `2026-W47`, by default the current one. Writes nothing. */
export async function composeListDigest(
  deps: DigestDeps,
  list: string | null,
  week: string | null,
): Promise<ListDigest> {
  const chosen = chooseList(deps, list)
  if (!chosen.ok) return chosen
  const { zone } = chosen.outgoing
  const now = deps.clock.now()
  const wanted = week === null ? weekOf(now, zone) : parseWeek(week, zone)
  if (!wanted)
    return { ok: false, reason: `"${week}" is no week; expected one such as ${weekOf(now, zone).week}` }
  if (wanted.from > now) return { ok: false, reason: `week ${wanted.week} has not begun` }
  const at = Math.min(wanted.to - 1, now)
  const input = {
    list: chosen.list,
    lists: deps.settings.parse.lists,
    week: wanted,
    entries: await loadBooks(deps.store, deps.settings, at),
    tagged: await livingTaggedThreads(deps.store, deps.settings, at),
    waitingWeeks: deps.settings.policyOf(chosen.list.id).waitingWeeks,
  }
  const { community, bot, operator } = deps.outgoing
  const composed = composeDigest(input, { community, bot, operator }, deps.templates)
  if (!composed.ok) {
    const { file, line, text } = composed.refusal
    return { ok: false, reason: `templates/${file}:${line}: ${text}` }
  }
  const { json, ...said } = composed.digest
  return { ok: true, list: chosen.outgoing, week: wanted, digest: json, ...said }
}

/** Puts the digest into the outbox under the configured policy; the same list and week give the same row for ever. */
export async function postDigest(
  deps: DigestDeps,
  list: string | null,
  week: string | null,
): Promise<PostedDigest> {
  const composed = await composeListDigest(deps, list, week)
  if (!composed.ok) return composed
  if (!composed.worthSending)
    return { ok: false, reason: `nothing to say about ${composed.week.week}: no digest`, nothingToSay: true }
  const { digestTo, id, addresses } = composed.list
  const put = await deps.store.write((tx) =>
    putOutbox(
      tx,
      {
        kind: 'digest',
        dedupe: `digest:${id}:${composed.week.week}`,
        to: digestTo,
        allowed: [deps.outgoing.operator, ...addresses.slice(0, 1)],
        replyTo: digestTo === deps.outgoing.operator ? null : deps.outgoing.operator,
        subject: composed.subject,
        text: composed.text,
        // Kernel lists and others refuse any mail with an HTML part: a list gets text alone.
        html: digestTo === deps.outgoing.operator ? composed.html : null,
        parent: null,
        list: id,
        thread: null,
      },
      deps.clock.now(),
      deps,
    ),
  )
  if (!put.ok) return put
  return { ok: true, isNew: put.isNew, id: put.row.id, state: put.row.state, tasks: put.tasks }
}

/** Name of the list's schedule. */
export function digestJob(list: string): string {
  return `digest:${list}`
}

/** What a schedule of that name does when it fires: the digest of the week that is over; null for a foreign name. */
export async function runDigestJob(deps: DigestDeps, job: string): Promise<PostedDigest | null> {
  const list = deps.outgoing.lists.find((one) => digestJob(one.id) === job)
  if (!list) return null
  return postWeekly(deps, list.id, weekBefore(deps.clock.now(), list.zone).week)
}

/** Posts the digest of a week the schedule has come to, and notes that it has. */
export async function postWeekly(deps: DigestDeps, list: string, week: string): Promise<PostedDigest> {
  const posted = await postDigest(deps, list, week)
  if (posted.ok || posted.nothingToSay) await noteWeek(deps.store, list, week)
  return posted
}

const weekKey = (list: string): string => `digest.week.${list}`

/** The last week the list's schedule has come to, such as `2026-W47`; null before the first. */
export function notedWeek(reads: StoreReads, list: string): Promise<string | null> {
  return reads.meta(weekKey(list))
}

export async function noteWeek(store: Store, list: string, week: string): Promise<void> {
  await store.write((tx) => tx.setMeta(weekKey(list), week))
}

function chooseList(
  deps: DigestDeps,
  name: string | null,
): { ok: true; list: MailingList; outgoing: OutgoingList } | { ok: false; reason: string } {
  const known = deps.outgoing.lists
  const outgoing = name === null && known.length === 1 ? known[0] : known.find((one) => one.id === name)
  const list = deps.settings.parse.lists.find((one) => one.id === outgoing?.id)
  if (outgoing && list) return { ok: true, list, outgoing }
  const names = known.map((one) => one.id).join(', ')
  return {
    ok: false,
    reason:
      name === null
        ? `which list? say --list with one of ${names}`
        : `"${name}" is no watched list; they are ${names}`,
  }
}

/** Threads with a programme's tag that somebody wrote to within the policy's weeks before `at`. */
async function livingTaggedThreads(
  reads: StoreReads,
  settings: Settings,
  at: Instant,
): Promise<TaggedThread[]> {
  const since = at - settings.policyOf(null).tagWeeks * WEEK
  const living: TaggedThread[] = []
  for await (const { link } of reads.links()) {
    if (!link.tag) continue
    const nodes = (await reads.nodes(await reads.threadMembers(link.thread)))
      .filter((node) => node.at <= at)
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    const first = nodes[0]
    const last = nodes.at(-1)
    if (!first || !last || last.at < since) continue
    living.push({
      thread: link.thread,
      message: first.id,
      subject: first.subject,
      tag: link.tag,
      starter: first.author,
      lastAt: last.at,
      lists: await reads.listsOf(first.id),
      entry: link.entry,
    })
  }
  return living
}
