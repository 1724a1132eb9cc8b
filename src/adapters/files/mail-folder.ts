// A folder of mail files as a source: the reading that Maildir and a folder of .eml share. Nothing in it is ever changed.
// A file renamed meanwhile is found again; one that was handed over and renamed since is not handed over twice.
import { statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises'
import { Failure } from '../../ports/failure.ts'
import type { MailSource, SourcedMail } from '../../ports/mail-source.ts'
import {
  type FolderCursor,
  type FolderFile,
  formatFolderCursor,
  type NameOrder,
  nextPass,
  parseFolderCursor,
  restOfPass,
  wasRead,
} from './folder-pass.ts'
import { fileKey, type MailFile, readMailFile } from './mail-file.ts'

/** What one kind of folder has of its own. */
export interface FolderShape {
  /** Where the files are. */
  readonly folders: readonly string[]
  /** The part of a file's name that lasts; null for a file that is no mail. */
  lastingName(fileName: string): string | null
  readonly order: NameOrder
  /** True when a name is given once and its content never changes (Maildir): then renames can be told from arrivals. */
  readonly immutable: boolean
}

/** A file whose inode changed this recently may have neighbours with the same time stamp that were not listed yet. */
const SETTLE_MS = 20
const SETTLE_TRIES = 5

/** After so many files other work gets its turn. */
const FILES_A_TURN = 100

export class MailFolder implements Pick<MailSource, 'name' | 'read'> {
  readonly name: string
  readonly #shape: FolderShape
  /** Inode times of the files of the last listing, by path; only kept where content never changes. */
  #changed = new Map<string, number>()
  /** Inode times of what was handed over, by lasting name. */
  readonly #handed = new Map<string, number>()

  constructor(name: string, shape: FolderShape) {
    this.name = name
    this.#shape = shape
  }

  async *read(cursor: string | null, signal: AbortSignal): AsyncGenerator<SourcedMail> {
    const { order, immutable } = this.#shape
    let pass = parseFolderCursor(cursor)
    this.#forgetUnstored(pass)
    for (let tries = 0; !signal.aborted; ) {
      const listedAt = Date.now()
      const files = await this.list()
      const rest = restOfPass(files, pass, order).filter((file) => !this.#handed.has(file.name))
      let moved = false
      for (const [index, file] of rest.entries()) {
        if (index % FILES_A_TURN === 0) await breathe()
        if (signal.aborted) return
        const mail = await readMailFile(file.path)
        if (!mail) {
          moved = true
          this.#changed.delete(file.path)
          continue
        }
        pass = { ...pass, name: file.name }
        if (immutable) this.#handed.set(file.name, file.changed)
        yield this.#sourced(file, mail, pass, { done: index + 1, total: rest.length })
      }
      const last = files.reduce((latest, file) => Math.max(latest, file.changed), 0)
      if (last <= pass.until && !moved) return
      if (last > listedAt - SETTLE_MS && tries++ < SETTLE_TRIES) await sleep(SETTLE_MS)
      else if (last > pass.until) pass = nextPass(pass, last)
    }
  }

  /** All mail files there are now, in no order. Throws Failure when a folder can't be listed. */
  async list(): Promise<FolderFile[]> {
    const files: FolderFile[] = []
    const changed = new Map<string, number>()
    for (const folder of this.#shape.folders) {
      for (const [index, entry] of (await listFolder(folder)).entries()) {
        if (index % FILES_A_TURN === 0) await breathe()
        const name = this.#shape.lastingName(entry)
        const path = join(folder, entry)
        if (name === null) continue
        const time = this.#changed.get(path) ?? changeTime(path)
        if (time === null) continue
        files.push({ name, path, changed: time })
        if (this.#shape.immutable) changed.set(path, time)
      }
    }
    this.#changed = changed
    return files
  }

  /** What was handed over but lies behind the cursor was not stored: it must come again. */
  #forgetUnstored(cursor: FolderCursor): void {
    for (const [name, changed] of this.#handed) {
      if (!wasRead({ name, changed }, cursor, this.#shape.order)) this.#handed.delete(name)
    }
  }

  #sourced(
    file: FolderFile,
    mail: MailFile,
    pass: FolderCursor,
    progress: { done: number; total: number },
  ): SourcedMail {
    const key = this.#shape.immutable ? file.name : fileKey(file.name, mail.raw)
    return {
      raw: mail.raw,
      place: { source: this.name, mailbox: '', validity: 0, key },
      receivedAt: mail.modifiedAt,
      cursor: formatFolderCursor(pass),
      progress,
      cut: mail.cut,
    }
  }
}

async function listFolder(folder: string): Promise<string[]> {
  return readdir(folder).catch((cause) => {
    throw new Failure(`listing ${folder}`, false, cause)
  })
}

/** Inode change time; null when the file is gone or is no regular file. */
function changeTime(path: string): number | null {
  try {
    const found = statSync(path, { throwIfNoEntry: false })
    return found?.isFile() ? found.ctimeMs : null
  } catch (cause) {
    throw new Failure(`looking at ${path}`, false, cause)
  }
}
