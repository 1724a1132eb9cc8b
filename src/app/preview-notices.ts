// What would be said to whom at an instant, and in which words: the same judgement and the same mails as the real ones,
// but for the writing. An instant to come is judged as if nobody wrote until then.
import type { DueKind } from '../core/model/due-mail.ts'
import type { Instant } from '../core/model/time.ts'
import type { StoreReads } from '../ports/store.ts'
import { type DueNotice, dueNotices, lookAt } from './due-notices.ts'
import { byPerson, type NoticeDeps, wordNotice } from './notices.ts'
import { viewOf } from './view.ts'

export interface NoticeFilter {
  readonly list: string | null
  readonly kind: DueKind | null
}

/** Everything due at `at` (null: now), said or not, in the order of the catalogue. */
export async function previewNotices(
  reads: StoreReads,
  at: Instant | null,
  { list, kind }: NoticeFilter,
  deps: NoticeDeps,
): Promise<DueNotice[]> {
  const now = deps.clock.now()
  const view = await viewOf(reads, deps.settings, at, now)
  const look = await lookAt(reads, deps, at ?? now)
  // By an instant to come, what falls due until then has been said in time.
  const late = look.late + Math.max(0, look.now - now)
  const due: DueNotice[] = []
  for (const entry of view.entries) {
    const some = await dueNotices(reads, entry, await view.facts(entry), { ...look, late }, deps)
    due.push(
      ...some.filter(
        (one) => (list === null || one.list?.id === list) && (kind === null || one.due.kind === kind),
      ),
    )
  }
  return due
}

export interface PreviewedMail {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** The mails that would say all of `due`, one a person; throws with file and line when a template is broken. */
export async function previewMails(
  reads: StoreReads,
  due: readonly DueNotice[],
  at: Instant,
  deps: NoticeDeps,
): Promise<PreviewedMail[]> {
  const mails: PreviewedMail[] = []
  for (const [to, some] of byPerson(due)) {
    const worded = await wordNotice(reads, to, some, at, deps)
    if (!worded.ok) throw new Error(worded.reason)
    mails.push({ to, subject: worded.words.subject, text: worded.words.text })
  }
  return mails
}
