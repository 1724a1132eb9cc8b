// How far each mailbox was read: UIDVALIDITY and the highest UID, as one opaque string for all mailboxes of a source.

export interface MailboxPosition {
  /** UIDVALIDITY (RFC 3501 §2.3.1.1); another one voids the UID. */
  readonly validity: number
  /** Highest UID handed over. */
  readonly uid: number
}

export type ImapCursor = ReadonlyMap<string, MailboxPosition>

/** Reads what `formatImapCursor` wrote; anything else, null included, means the start. */
export function parseImapCursor(text: string | null): ImapCursor {
  const cursor = new Map<string, MailboxPosition>()
  let parsed: unknown
  try {
    parsed = JSON.parse(text ?? '{}')
  } catch {
    return cursor
  }
  for (const [mailbox, position] of Object.entries(parsed ?? {})) {
    const [validity, uid] = Array.isArray(position) ? position : []
    if (Number.isInteger(validity) && Number.isInteger(uid)) cursor.set(mailbox, { validity, uid })
  }
  return cursor
}

/** `{"INBOX":[1700000000,42]}` */
export function formatImapCursor(cursor: ImapCursor): string {
  const entries = [...cursor].map(([mailbox, { validity, uid }]) => [mailbox, [validity, uid]])
  return JSON.stringify(Object.fromEntries(entries))
}
