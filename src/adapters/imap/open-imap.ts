// An IMAP mailbox as a source of mail: read-only (EXAMINE, PEEK), resumable by UIDVALIDITY and UID, watched by IDLE.
// Nothing is ever flagged, moved or deleted; passwords never reach a log.
import type { MailSource } from '../../ports/mail-source.ts'
import { openConnection } from './imap-connection.ts'
import { type ImapSettings, limitsOf } from './imap-settings.ts'
import { examine, ImapMemory, mailboxesOf, readMailbox } from './read-mailbox.ts'
import { watchMailbox } from './watch-mailbox.ts'

/** A source over `settings.mailbox`; each read is a connection of its own, watching keeps another. */
export function openImap(settings: ImapSettings): MailSource {
  const memory = new ImapMemory()
  let reads = true
  return {
    name: settings.name,
    async *read(cursor, signal) {
      let done = false
      try {
        yield* readMailbox(settings, memory, cursor, signal)
        done = true
      } finally {
        reads = done
      }
    },
    async watch(ring, signal) {
      // Sweeps by a clock of its own: it goes on ringing while the watching connection is in trouble.
      const sweep = setInterval(ring, limitsOf(settings).sweepMs)
      await watchMailbox(settings, ring, signal, () => reads)
      clearInterval(sweep)
    },
    check: (signal) => checkMailbox(settings, signal),
  }
}

async function checkMailbox(settings: ImapSettings, signal: AbortSignal): Promise<string> {
  const connection = await openConnection(settings, signal)
  try {
    const mailbox = (await mailboxesOf(connection, settings, new Map())).at(-1) ?? settings.mailbox
    const { exists } = await examine(connection, mailbox)
    const idle = connection.client.capabilities.has('IDLE') ? 'IDLE' : 'no IDLE: looked at every two minutes'
    return `${settings.host}:${settings.port} as ${settings.user}: ${mailbox} holds ${exists} mails; ${idle}`
  } finally {
    await connection.leave()
  }
}
