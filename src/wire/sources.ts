// A configured source to the adapter that reads it. Each is loaded when it is asked for: `npm start` needs no imapflow.
import type { SourceConfig } from '../config/schema.ts'
import { MINUTE } from '../core/model/time.ts'
import type { MailSource } from '../ports/mail-source.ts'

/** `maxBytes`: larger mails are not fetched whole. */
export async function openSource(source: SourceConfig, maxBytes: number): Promise<MailSource> {
  switch (source.kind) {
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
    default:
      throw new Error(`source ${source.kind} ${maxBytes} ${MINUTE}`)
  }
}
