// Which patches came to an entry after the repositories were looked at: by a late mail, an archive, a command or another
// catalogue. Commits older than that look may be theirs, so each repository is read once more from the oldest of them on.
import type { ThreadLink } from '../core/model/link.ts'
import type { Reading } from '../core/model/reading.ts'
import type { Instant } from '../core/model/time.ts'
import type { StoreReads, StoreWrites } from '../ports/store.ts'

/** Meta key of what was noted: numbered, oldest number first. */
const NOTED = 'patches.tied'
/** More notes than this are drawn together: reading a little too much again does no harm. */
const MOST = 50

interface Note {
  readonly number: number
  /** Event time of the oldest patch. */
  readonly at: Instant
}

/** Notes the thread's patches when its link names an entry that the link before did not. */
export async function notePatches(
  tx: StoreWrites,
  before: ThreadLink | null,
  link: ThreadLink,
  members: readonly Pick<Reading, 'message'>[],
): Promise<void> {
  const known = new Set(before ? entriesIn(before) : [])
  if (entriesIn(link).every((entry) => known.has(entry))) return
  const patches = members.flatMap(({ message }) => (message.patch ? [message.at] : []))
  if (patches.length > 0) await noteFrom(tx, Math.min(...patches))
}

/** Notes that patches from `at` on may be tied anew: after an archive, or when everything was linked again. */
export async function noteFrom(tx: StoreWrites, at: Instant): Promise<void> {
  const notes = await load(tx)
  const number = (notes.at(-1)?.number ?? 0) + 1
  const [first, second, ...rest] = [...notes, { number, at }]
  const kept =
    notes.length >= MOST && first && second
      ? [{ number: second.number, at: Math.min(first.at, second.at) }, ...rest]
      : [...notes, { number, at }]
  await tx.setMeta(NOTED, JSON.stringify(kept))
}

/** From when on the repository has to be read again, null when nothing was noted since its last look; and up to which note that is. */
export async function readAgainFrom(
  reads: StoreReads,
  repository: string,
): Promise<{ from: Instant | null; upTo: number }> {
  const seen = Number((await reads.meta(lookedKey(repository))) ?? 0)
  const notes = (await load(reads)).filter((note) => note.number > seen)
  return {
    from: notes.length === 0 ? null : Math.min(...notes.map((note) => note.at)),
    upTo: notes.at(-1)?.number ?? seen,
  }
}

/** Remembers that the repository was read again for the notes up to this one. */
export async function markReadAgain(tx: StoreWrites, repository: string, upTo: number): Promise<void> {
  await tx.setMeta(lookedKey(repository), String(upTo))
}

async function load(reads: StoreReads): Promise<Note[]> {
  return JSON.parse((await reads.meta(NOTED)) ?? '[]') as Note[]
}

function lookedKey(repository: string): string {
  return `patches.looked ${repository}`
}

function entriesIn(link: ThreadLink): string[] {
  return [link.entry, ...link.signals.map((signal) => signal.entry)].filter((entry) => entry !== null)
}
