// The order in which a changing folder of mail files is read, and the cursor that goes with it.
// A pass takes the files that changed (inode time) since the pass before, sorted by name; so a mail that arrives
// with an old name is still found, and reading goes on after a crash in the middle of a pass.

/** A file that may be read: `name` is its lasting name, `changed` the inode change time in milliseconds. */
export interface FolderFile {
  readonly name: string
  readonly path: string
  readonly changed: number
}

/** Negative, zero or positive as `a` comes before, with or after `b`. */
export type NameOrder = (a: string, b: string) => number

export interface FolderCursor {
  /** Everything that changed up to here was read by earlier passes. */
  readonly since: number
  /** The pass under way takes what changed up to here. */
  readonly until: number
  /** The last name read in the pass under way; '' at its start. */
  readonly name: string
}

/** Reads what `formatFolderCursor` wrote; anything else, null included, means the start. */
export function parseFolderCursor(text: string | null): FolderCursor {
  const [, since = 0, until = 0, name = ''] = /^([\d.]+) ([\d.]+) (.*)$/s.exec(text ?? '') ?? []
  return { since: Number(since), until: Number(until), name }
}

export function formatFolderCursor(cursor: FolderCursor): string {
  return `${cursor.since} ${cursor.until} ${cursor.name}`
}

/** True when the file, as it stood when it changed last, had been read by the time the cursor was given out. */
export function wasRead(
  file: { readonly name: string; readonly changed: number },
  cursor: FolderCursor,
  order: NameOrder,
): boolean {
  if (file.changed <= cursor.since) return true
  return file.changed <= cursor.until && cursor.name !== '' && order(file.name, cursor.name) <= 0
}

/** What is left of the pass under way, in order. */
export function restOfPass(
  files: readonly FolderFile[],
  cursor: FolderCursor,
  order: NameOrder,
): FolderFile[] {
  return files
    .filter((file) => file.changed <= cursor.until && !wasRead(file, cursor, order))
    .sort((a, b) => order(a.name, b.name))
}

/** The start of the next pass, which takes what changed up to `until`. */
export function nextPass(cursor: FolderCursor, until: number): FolderCursor {
  return { since: cursor.until, until, name: '' }
}
