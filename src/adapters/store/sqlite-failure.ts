// node:sqlite's errors as one-line Failures that name the mend. Transient: disk full, busy, I/O error.
import { Failure } from '../../ports/failure.ts'

/** Primary result codes of SQLite (sqlite.org/rescode.html) that an operator can do something about. */
const MEANING: Readonly<Record<number, { readonly transient: boolean; readonly text: string }>> = {
  5: { transient: true, text: 'the database is locked by another process' },
  8: { transient: false, text: 'the data folder or its database is read-only: give this user write access' },
  10: { transient: true, text: 'the disk reports an input/output error' },
  11: {
    transient: false,
    text: 'the database file is damaged: restore a backup, or move it away and replay',
  },
  13: { transient: true, text: 'the disk is full: free some space; nothing of this write was kept' },
  14: { transient: false, text: 'the database file cannot be opened: check the data folder and its rights' },
  26: {
    transient: false,
    text: 'the database file is damaged or not a database: restore a backup, or move it away',
  },
}

/** Turns whatever node:sqlite threw while `doing` something into a Failure; Failures pass unchanged. */
export function sqliteFailure(doing: string, error: unknown): Failure {
  if (error instanceof Failure) return error
  const code = (error as { errcode?: unknown }).errcode
  const meaning = typeof code === 'number' ? MEANING[code & 0xff] : undefined
  const words = error instanceof Error ? error.message : String(error)
  if (!meaning) return new Failure(doing, false, error)
  return new Failure(doing, meaning.transient, new Error(`${meaning.text} (${words})`, { cause: error }))
}
