// Reads what is new in a mailbox, or in the slices of one, over one connection: EXAMINE, UID SEARCH, FETCH with PEEK, nothing else.
// Another UIDVALIDITY means reading from the start; UIDNEXT is never trusted.

import { Failure } from '../../ports/failure.ts'
import type { SourcedMail } from '../../ports/mail-source.ts'
import { fetchMails, Troubles } from './fetch-mails.ts'
import { type ImapConnection, openConnection } from './imap-connection.ts'
import { formatImapCursor, type ImapCursor, parseImapCursor } from './imap-cursor.ts'
import { type ImapSettings, limitsOf } from './imap-settings.ts'
import { slicesToRead } from './public-inbox-slices.ts'

/** What a source remembers while the process lives. */
export class ImapMemory {
  readonly troubles = new Troubles()
  /** By mailbox and UIDVALIDITY: UIDs near the cursor that were there, of all up to the highest one looked at. */
  readonly seen = new Map<string, { readonly uids: Set<number>; readonly upTo: number }>()
}

/** Mails after `cursor`; ends quietly when aborted. Throws Failure. */
export async function* readMailbox(
  settings: ImapSettings,
  memory: ImapMemory,
  cursor: string | null,
  signal: AbortSignal,
): AsyncGenerator<SourcedMail> {
  let connection: ImapConnection | null = null
  try {
    if (signal.aborted) return
    connection = await openConnection(settings, signal)
    let at = parseImapCursor(cursor)
    const mailboxes = await mailboxesOf(connection, settings, at)
    for (const [index, mailbox] of mailboxes.entries()) {
      // The slice before is full and read: it needs no position any more.
      const full = mailboxes[index - 1]
      if (full) at = new Map([...at].filter(([name]) => name !== full))
      for await (const mail of readNew(connection, settings, memory, mailbox, at)) {
        if (signal.aborted) return
        at = parseImapCursor(mail.cursor)
        yield mail
      }
    }
  } catch (failure) {
    if (!signal.aborted) throw failure
  } finally {
    await connection?.leave()
  }
}

/** The mailboxes behind the configured one: itself, or the slices of a public-inbox that are still to be read. */
export async function mailboxesOf(
  connection: ImapConnection,
  settings: ImapSettings,
  cursor: ImapCursor,
): Promise<readonly string[]> {
  const { mailbox } = settings
  if (!settings.slices && !connection.isPublicInbox) return [mailbox]
  const listed = await connection.run('listing mailboxes', (client) => client.list())
  const names = listed.map(({ path }) => path)
  const slices = slicesToRead(mailbox, names, cursor)
  return slices.length > 0 ? slices : [mailbox]
}

/** Opens a mailbox read-only. Throws a permanent Failure that names the mailboxes there are when it does not exist. */
export async function examine(
  connection: ImapConnection,
  mailbox: string,
): Promise<{ validity: number; exists: number }> {
  try {
    const opened = await connection.run(`opening mailbox ${mailbox}`, (client) =>
      client.mailboxOpen(mailbox, { readOnly: true }),
    )
    return { validity: Number(opened.uidValidity ?? 0), exists: opened.exists }
  } catch (failure) {
    if (!(failure instanceof Failure) || !connection.client.usable) throw failure
    const listed = await connection.run('listing mailboxes', (client) => client.list())
    if (listed.some(({ path }) => path === mailbox)) throw failure
    const names = listed.slice(0, 10).map(({ path }) => path)
    throw new Failure(`opening mailbox ${mailbox}`, false, `no such mailbox; there are: ${names.join(', ')}`)
  }
}

async function* readNew(
  connection: ImapConnection,
  settings: ImapSettings,
  memory: ImapMemory,
  mailbox: string,
  cursor: ImapCursor,
): AsyncGenerator<SourcedMail> {
  const limits = limitsOf(settings)
  const { validity, exists } = await examine(connection, mailbox)
  const known = cursor.get(mailbox)
  const from = known?.validity === validity ? known.uid : 0
  if (known && known.validity !== validity) {
    const fields = { source: settings.name, mailbox, before: known.validity, now: validity }
    settings.log?.warn(fields, `mailbox ${mailbox} was made anew (another UIDVALIDITY): read from its start`)
  }
  const listed =
    exists === 0 ? [] : await searchFrom(connection, mailbox, Math.max(1, from - limits.overlap + 1))
  const seen = seenOf(memory, `${mailbox} ${validity}`, listed, from)
  const uids = listed.filter((uid) => uid > from || !seen.has(uid))
  const keyOf = (uid: number) => `${mailbox} ${validity} ${uid}`
  let highest = from
  let done = 0
  for await (const mail of fetchMails(connection, uids, {
    mailbox,
    keyOf,
    limits,
    troubles: memory.troubles,
  })) {
    const late = mail.uid <= from
    highest = Math.max(highest, mail.uid)
    if (!late) seen.add(mail.uid)
    yield {
      raw: mail.raw,
      place: { source: settings.name, mailbox, validity, key: String(mail.uid) },
      receivedAt: mail.internalDate,
      cursor: formatImapCursor(new Map([...cursor, [mailbox, { validity, uid: highest }]])),
      progress: { done: ++done, total: uids.length },
      cut: mail.cut,
    }
    // Its cursor does not tell whether a late mail was stored: only that the next one is asked for does.
    if (late) seen.add(mail.uid)
  }
}

/** All UIDs from `from` on, ascending. `n:*` also gives the last mail when its UID is below n (RFC 3501 §6.4.8). */
async function searchFrom(connection: ImapConnection, mailbox: string, from: number): Promise<number[]> {
  const found = await connection.run(`searching ${mailbox} from UID ${from}`, (client) =>
    client.search({ uid: `${from}:*` }, { uid: true }),
  )
  return found.filter((uid) => uid >= from).sort((a, b) => a - b)
}

/**
 * UIDs up to `from` that count as read. What was not there when a look went past it, and is there now, came late: it does
 * not count. The first look of a process, and one after others moved the cursor, takes what is there for read.
 */
function seenOf(memory: ImapMemory, key: string, listed: readonly number[], from: number): Set<number> {
  const { uids, upTo } = memory.seen.get(key) ?? { uids: new Set<number>(), upTo: 0 }
  const seen = new Set(listed.filter((uid) => uids.has(uid) || (uid > upTo && uid <= from)))
  memory.seen.set(key, { uids: seen, upTo: Math.max(upTo, from, listed.at(-1) ?? 0) })
  return seen
}
