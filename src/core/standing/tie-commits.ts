// Commits and patch mails → commit facts: which mail's patch got in. By the Message-ID its trailers name, else by patch-id,
// else by subject and author. A commit no mail fits is left out: it is nobody's project here.
import type { CommitTag, LoggedCommit } from '../model/commit.ts'
import type { CommitFact } from '../model/fact.ts'
import type { MessageId, ThreadId } from '../model/ids.ts'
import type { PatchNumber } from '../model/message.ts'
import { type Person, personKey } from '../model/person.ts'
import { DAY, type Instant } from '../model/time.ts'
import { foldName } from './roles.ts'

/** A mail that carries a patch, or the cover letter of a series. */
export interface PatchMail {
  readonly message: MessageId
  readonly thread: ThreadId
  readonly at: Instant
  readonly author: Person
  readonly subject: string
  readonly patch: PatchNumber
  readonly patchId: string | null
}

/** Facts of the commits that some mail fits, in the commits' order. `tags` holds the first release tag of a commit. */
export function tieCommits(
  commits: readonly LoggedCommit[],
  mails: readonly PatchMail[],
  tags: ReadonlyMap<string, CommitTag>,
): CommitFact[] {
  const index = indexMails(mails)
  return commits.flatMap((commit): CommitFact[] => {
    const tied = tieOne(commit, index)
    if (!tied) return []
    const tag = tags.get(commit.commit)
    const { mail, tie } = tied
    return [
      {
        kind: 'commit',
        at: commit.at,
        repository: commit.repository,
        commit: commit.commit,
        subject: commit.subject,
        author: commit.author,
        message: mail.message,
        tie,
        series: mail.thread,
        version: mail.patch.version,
        n: mail.patch.n,
        m: mail.patch.m,
        release: tag?.tag ?? null,
        releasedAt: tag?.at ?? null,
      },
    ]
  })
}

interface MailIndex {
  readonly byId: ReadonlyMap<string, PatchMail>
  readonly byThread: ReadonlyMap<string, readonly PatchMail[]>
  readonly byPatchId: ReadonlyMap<string, readonly PatchMail[]>
  readonly bySubject: ReadonlyMap<string, readonly PatchMail[]>
}

function indexMails(mails: readonly PatchMail[]): MailIndex {
  const index = {
    byId: new Map<string, PatchMail>(),
    byThread: new Map<string, PatchMail[]>(),
    byPatchId: new Map<string, PatchMail[]>(),
    bySubject: new Map<string, PatchMail[]>(),
  }
  const add = (map: Map<string, PatchMail[]>, key: string, mail: PatchMail): void => {
    const known = map.get(key)
    if (known) known.push(mail)
    else map.set(key, [mail])
  }
  for (const mail of mails) {
    index.byId.set(mail.message, mail)
    if (mail.patch.n === 0) continue
    add(index.byThread, mail.thread, mail)
    add(index.bySubject, plainSubject(mail.subject), mail)
    if (mail.patchId) add(index.byPatchId, mail.patchId, mail)
  }
  return index
}

function tieOne(commit: LoggedCommit, index: MailIndex): { mail: PatchMail; tie: CommitFact['tie'] } | null {
  const subject = plainSubject(commit.subject)
  for (const id of commit.messages) {
    const named = index.byId.get(id)
    if (!named) continue
    if (named.patch.n > 0) return { mail: named, tie: 'message-id' }
    // The trailer names the cover letter: the patch is the one of that series with the commit's subject.
    const siblings = index.byThread.get(named.thread) ?? []
    const fitting = siblings.filter(
      (mail) => mail.patch.version === named.patch.version && plainSubject(mail.subject) === subject,
    )
    const mail = newest(fitting, commit.at)
    if (mail) return { mail, tie: 'message-id' }
  }
  const samePatch = commit.patchId ? newest(index.byPatchId.get(commit.patchId) ?? [], commit.at) : null
  if (samePatch) return { mail: samePatch, tie: 'patch-id' }
  const sameSubject = (index.bySubject.get(subject) ?? []).filter((mail) =>
    isSame(mail.author, commit.author),
  )
  const mail = newest(sameSubject, commit.at)
  return mail ? { mail, tie: 'subject' } : null
}

/** The last version posted before the commit; a day of clock skew is forgiven. */
function newest(mails: readonly PatchMail[], at: Instant): PatchMail | null {
  let best: PatchMail | null = null
  for (const mail of mails) {
    if (mail.at > at + DAY) continue
    if (!best || mail.at > best.at || (mail.at === best.at && mail.message < best.message)) best = mail
  }
  return best
}

/** Subject without leading `Re:` and brackets, case and runs of blanks. */
export function plainSubject(subject: string): string {
  let rest = subject.trim()
  for (;;) {
    const prefix = /^(?:re\s*:|\[[^\]]{0,200}\])\s*/iu.exec(rest)
    if (!prefix) break
    rest = rest.slice(prefix[0].length)
  }
  return rest.toLowerCase().replace(/\s+/gu, ' ').trim()
}

function isSame(a: Person, b: Person): boolean {
  const name = foldName(a.name)
  return personKey(a) === personKey(b) || (name.includes(' ') && name === foldName(b.name))
}
