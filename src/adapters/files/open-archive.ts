// Finds out what a path given on the command line holds, and opens it: mbox, mbox.gz, Maildir, folder of .eml,
// one mail, git repository of public-inbox, or `-` for standard input. Refuses anything else in one line.
import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../../ports/failure.ts'
import type { MailSource } from '../../ports/mail-source.ts'
import { openEmlFolder } from './eml-folder.ts'
import { fileBytes } from './file-bytes.ts'
import { openMailFile } from './mail-file.ts'
import { isMaildir, openMaildir } from './maildir.ts'
import { openMbox } from './mbox.ts'
import { openStdin } from './stdin.ts'

/** Opens a public-inbox repository; passed in, because git is another adapter. */
export type OpenRepository = (path: string, name: string) => MailSource

const ALLOWED =
  'allowed: mbox (also .gz), Maildir, folder of .eml files, one .eml, public-inbox git repository, or -'

/** The source for `path`, named after it. Throws Failure when there is nothing to read as mail. */
export async function openArchive(path: string, openRepository: OpenRepository): Promise<MailSource> {
  if (path === '-') return openStdin()
  const found = await stat(path).catch((cause) => {
    throw new Failure(`opening ${path}`, false, cause)
  })
  if (found.isDirectory()) return openFolder(path, openRepository)
  const head = await firstBytes(path)
  if (head.length === 0) throw new Failure(`opening ${path}`, false, `empty file; ${ALLOWED}`)
  if (head.startsWith('From ')) return openMbox(path)
  if (FIELD_LINE.test(head)) return openMailFile(path)
  if (head.includes('\nFrom ')) return openMbox(path)
  throw new Failure(
    `reading ${path} at byte 0`,
    false,
    `neither a "From " line nor a header field such as "Subject: …"; ${ALLOWED}`,
  )
}

/** A header field's line: a name of printable ASCII and a colon (RFC 5322 §2.2), no binary before it. */
const FIELD_LINE = /^\s*[!-9;-~]{1,100}[ \t]?:/

async function openFolder(path: string, openRepository: OpenRepository): Promise<MailSource> {
  if (isMaildir(path)) return openMaildir(path)
  if (isRepository(path)) return openRepository(path, path)
  const folder = openEmlFolder(path)
  await folder.check(new AbortController().signal).catch((cause) => {
    throw new Failure(`opening ${path}`, false, `no mail found in this folder; ${ALLOWED} (${cause.message})`)
  })
  return folder
}

/** A public-inbox v2 folder (`git/0.git`, `all.git`) or one bare or checked-out repository. */
function isRepository(path: string): boolean {
  return ['git/0.git', 'all.git', 'objects', '.git'].some((part) => existsSync(join(path, part)))
}

async function firstBytes(path: string): Promise<string> {
  for await (const { bytes } of fileBytes(path, 0, new AbortController().signal)) {
    return Buffer.from(bytes.subarray(0, 64 * 1024)).toString('latin1')
  }
  return ''
}
