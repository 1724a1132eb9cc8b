// A folder of .eml files as a source: one level, in order of name, resumable; files added later are found by a later read.
import { Failure } from '../../ports/failure.ts'
import type { MailSource } from '../../ports/mail-source.ts'
import { MailFolder } from './mail-folder.ts'

/** A source over the `.eml` files in `path`. */
export function openEmlFolder(path: string, name: string = path): MailSource {
  const folder = new MailFolder(name, {
    folders: [path],
    lastingName: emlName,
    order: byName,
    immutable: false,
  })
  return {
    name,
    read: (cursor, signal) => folder.read(cursor, signal),
    async check() {
      const { length } = await folder.list()
      if (length === 0) throw new Failure(`opening ${path}`, false, 'no .eml files in this folder')
      return `folder of ${length} .eml files`
    },
  }
}

const emlName = (fileName: string) => (/^[^.].*\.eml$/i.test(fileName) ? fileName : null)

const byName = (a: string, b: string) => (a < b ? -1 : Number(a > b))
