// A configured source to the adapter that reads it. Each is loaded when it is asked for: a Maildir needs no imapflow.
import { commitLog } from '../adapters/git/commit-log.ts'
import type { Config, SourceConfig } from '../config/schema.ts'
import { MINUTE } from '../core/model/time.ts'
import type { CommitLog } from '../ports/commit-log.ts'
import type { Log } from '../ports/log.ts'
import type { MailSource } from '../ports/mail-source.ts'

/** `maxBytes`: larger mails are not fetched whole. Throws Failure for a source that cannot be opened at all. */
export async function openSource(source: SourceConfig, maxBytes: number, log: Log): Promise<MailSource> {
  switch (source.kind) {
    case 'imap': {
      const { openImap } = await import('../adapters/imap/open-imap.ts')
      const { kind: _kind, name, sweep_minutes, ...settings } = source
      return openImap({
        ...settings,
        name: name ?? `${source.user}@${source.host}/${source.mailbox}`,
        sweepMs: sweep_minutes * MINUTE,
        maxBytes,
        log,
      })
    }
    case 'maildir': {
      const { openMaildir } = await import('../adapters/files/maildir.ts')
      return openMaildir(source.path, source.name ?? source.path)
    }
    case 'mbox': {
      const { openMbox } = await import('../adapters/files/mbox.ts')
      return openMbox(source.path, source.name ?? source.path)
    }
    case 'eml': {
      const { openEmlFolder } = await import('../adapters/files/eml-folder.ts')
      return openEmlFolder(source.path, source.name ?? source.path)
    }
    case 'public-inbox': {
      const { openPublicInbox } = await import('../adapters/git/public-inbox.ts')
      const { name, fetch, sweep_minutes } = source
      return openPublicInbox(source.path, { name, fetch, sweepMs: sweep_minutes * MINUTE, log })
    }
  }
}

/** A configured repository to the log of its commits. */
export function openRepository(repository: Config['repositories'][number]): CommitLog {
  const { path, name, branches, since } = repository
  return commitLog({ folder: path, name: name ?? path, branches, since: since ?? null })
}
