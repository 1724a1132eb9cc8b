// The small things an operator does to the state: one act each, the same whether the command line opens the store
// itself or hands the act to the running bot. Refusals are words for the person.
import { z } from 'zod'
import { entryId, messageId } from '../core/model/ids.ts'
import type { Person } from '../core/model/person.ts'
import { SIGNAL_TYPES } from '../core/model/signal.ts'
import type { ActResult } from '../ports/handover.ts'
import type { JobQueue } from '../ports/job-queue.ts'
import type { PageFetcher } from '../ports/page-fetcher.ts'
import type { Task } from '../ports/store.ts'
import { importAct, importSchema, settleAct, settleSchema } from './catalogue-act.ts'
import { type DigestDeps, postDigest } from './digest.ts'
import { dismissSignal } from './dismiss-signal.ts'
import type { LinkDeps } from './link-messages.ts'
import { settleLink } from './settle-link.ts'
import { dropMail, releaseMail, setStopped } from './settle-outbox.ts'

const ids = z.array(z.string()).min(1)

/** What can be asked; checked when it comes from another process. */
export const actSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('outbox-release'), ids }),
  z.strictObject({ act: z.literal('outbox-drop'), ids }),
  z.strictObject({ act: z.literal('outbox-stop') }),
  z.strictObject({ act: z.literal('outbox-start') }),
  z.strictObject({ act: z.literal('quarantine-retry'), ids }),
  z.strictObject({ act: z.literal('link'), thread: z.string(), entry: z.string().nullable() }),
  z.strictObject({ act: z.literal('dismiss'), message: z.string(), type: z.enum(SIGNAL_TYPES).nullable() }),
  z.strictObject({ act: z.literal('digest-post'), list: z.string().nullable(), week: z.string().nullable() }),
  importSchema,
  settleSchema,
])
export type Act = z.output<typeof actSchema>

export interface ActDeps extends Pick<LinkDeps, 'index'> {
  /** Null where no configuration says who speaks. */
  readonly mail: DigestDeps | null
  readonly store: LinkDeps['store']
  readonly settings: LinkDeps['settings']
  readonly clock: DigestDeps['clock']
  readonly by: Person
  /** Fetches catalogue pages. */
  readonly fetcher?: PageFetcher
  /** Rings for what follows; absent when no bot runs here. */
  readonly queue?: JobQueue
}

/** Performs one act. */
export async function performAct(act: Act, deps: ActDeps): Promise<ActResult> {
  const { store, clock } = deps
  switch (act.act) {
    case 'outbox-release':
    case 'outbox-drop': {
      const release = act.act === 'outbox-release'
      for (const id of act.ids) {
        const done = await store.write((tx) => (release ? releaseMail : dropMail)(tx, id, clock.now()))
        if (!done.ok) return { ok: false, reason: `${id}: ${done.reason}` }
      }
      if (release) await ringAll(deps)
      return { ok: true, lines: act.ids.map((id) => `${id}: ${release ? 'queued' : 'dropped'}`) }
    }
    case 'outbox-stop':
    case 'outbox-start': {
      const stopped = act.act === 'outbox-stop'
      await store.write((tx) => setStopped(tx, stopped))
      if (!stopped) await ringAll(deps)
      return { ok: true, lines: [stopped ? 'the outbox is stopped' : 'the outbox goes on'] }
    }
    case 'quarantine-retry':
      return retryQuarantined(act.ids, deps)
    case 'link': {
      const entry = act.entry === null ? null : entryId(act.entry)
      const thread = await settleLink(messageId(act.thread), entry, deps.by, deps)
      if (!thread)
        return { ok: false, reason: `${act.thread}: no stored thread has a mail with that Message-ID` }
      return { ok: true, lines: [`${thread} is linked to ${entry ?? 'nothing'}`] }
    }
    case 'dismiss': {
      const entries = await dismissSignal(messageId(act.message), act.type, deps.by, deps)
      if (entries.length === 0)
        return {
          ok: false,
          reason: `${act.message}: no stored mail with that Message-ID says ${act.type ?? 'anything'} about an entry`,
        }
      return { ok: true, lines: entries.map((entry) => `taken back for ${entry}`) }
    }
    case 'digest-post': {
      if (!deps.mail) return { ok: false, reason: 'a digest needs a configuration' }
      const posted = await postDigest(deps.mail, act.list, act.week)
      if (!posted.ok) return posted
      await deps.queue?.ring(posted.tasks)
      const was = posted.isNew ? 'in the outbox' : 'was in the outbox already'
      return { ok: true, lines: [`${was} as ${posted.id} (${posted.state})`] }
    }
    case 'catalogue-import':
    case 'catalogue-settle': {
      const { result, tasks } = await (act.act === 'catalogue-import'
        ? importAct(act, deps)
        : settleAct(act, deps))
      await deps.queue?.ring(tasks)
      return result
    }
  }
}

async function retryQuarantined(wanted: readonly string[], deps: ActDeps): Promise<ActResult> {
  const known = (await deps.store.quarantined()).map((mail) => mail.id)
  const some = wanted.includes('all') ? known : wanted
  const missing = some.find((id) => !known.includes(id))
  if (missing !== undefined) return { ok: false, reason: `${missing}: no such mail in quarantine` }
  for (const id of some) await deps.store.write((tx) => tx.retryQuarantined(id))
  await ringAll(deps)
  return {
    ok: true,
    lines: [`${some.length} ${deps.queue ? 'tried again' : 'will be tried again by `dibs run`'}`],
  }
}

async function ringAll({ queue, store }: ActDeps): Promise<void> {
  if (!queue) return
  const tasks: Task[] = await store.tasks(10_000)
  await queue.ring(tasks)
}
