// The order of reading a changing folder: whatever arrives whenever, and wherever reading breaks off, no file is missed.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type FolderFile,
  formatFolderCursor,
  nextPass,
  parseFolderCursor,
  restOfPass,
} from '../../../src/adapters/files/folder-pass.ts'

const byName = (a: string, b: string) => (a < b ? -1 : Number(a > b))

/** Reads at most `count` files from where the cursor is; gives their names and the new cursor. */
function read(
  files: readonly FolderFile[],
  text: string | null,
  count: number,
): { names: string[]; cursor: string | null } {
  const names: string[] = []
  let cursor = parseFolderCursor(text)
  let kept = text
  for (;;) {
    for (const file of restOfPass(files, cursor, byName)) {
      if (names.length === count) return { names, cursor: kept }
      cursor = { ...cursor, name: file.name }
      kept = formatFolderCursor(cursor)
      names.push(file.name)
    }
    const last = Math.max(0, ...files.map(({ changed }) => changed))
    if (last <= cursor.until) return { names, cursor: kept }
    cursor = nextPass(cursor, last)
  }
}

const fileName = fc.oneof(fc.nat(50).map(String), fc.constantFrom('a b', ' x', '9:y', 'ä'))

test('every file is read once, however arrivals and reads are mixed', () => {
  const step = fc.oneof(
    fc.record({ add: fc.uniqueArray(fileName, { minLength: 1, maxLength: 4 }) }),
    fc.record({ read: fc.integer({ min: 0, max: 5 }) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const files: FolderFile[] = []
      const seen: string[] = []
      let cursor: string | null = null
      let now = 1_700_000_000_000.5
      const readSome = (count: number) => {
        const got = read(files, cursor, count)
        seen.push(...got.names)
        cursor = got.cursor
      }
      for (const one of steps) {
        now += 0.125
        if ('read' in one) readSome(one.read)
        else {
          const fresh = one.add.filter((name) => files.every((file) => file.name !== name))
          files.push(...fresh.map((name) => ({ name, path: name, changed: now })))
        }
      }
      readSome(1000)
      expect(seen.toSorted()).toEqual(files.map(({ name }) => name).toSorted())
    }),
  )
})

test('a file that changed after it was read is given again, one that did not is not', () => {
  const files = ['a', 'b', 'c'].map((name) => ({ name, path: name, changed: 10 }))
  const { cursor } = read(files, null, 10)
  expect(read(files, cursor, 10).names).toEqual([])
  const touched = files.map((file) => (file.name === 'b' ? { ...file, changed: 20 } : file))
  expect(read(touched, cursor, 10).names).toEqual(['b'])
})

test('any other text for a cursor means the start', () => {
  for (const text of [null, '', 'x', '1', '1 2', '{}', 'NaN NaN a']) {
    expect(parseFolderCursor(text)).toEqual({ since: 0, until: 0, name: '' })
  }
})
