// Reads tests/mails/<word>: every .eml there, decoded and parsed as a worker would, beside what it should be.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeMail } from '../../../src/adapters/mime/mail-decoder.ts'
import { type ListId, listId } from '../../../src/core/model/ids.ts'
import type { DecodedMail } from '../../../src/core/model/mail.ts'
import { parseMailmap } from '../../../src/core/parse/mailmap.ts'
import { type ParsedMail, type ParseSettings, parseMail } from '../../../src/core/parse/parse-mail.ts'

const FOLDER = join(import.meta.dirname, '../../mails')

export const settings: ParseSettings = {
  lists: [
    {
      id: listId('devel'),
      listIds: ['devel.lists.example.org'],
      addresses: ['devel@lists.example.org'],
      archive: '',
      subjectPrefixes: ['Devel', 'Outreachy kernel'],
    },
  ],
  programmes: [
    { tag: 'gsoc', names: ['GSoC', 'Google Summer of Code'], rounds: [] },
    { tag: 'outreachy', names: ['Outreachy', 'OPW', 'Outreach Program for Women'], rounds: [] },
  ],
  bot: { addresses: ['dibs@example.org'] },
  mailmap: parseMailmap('Kim Berg <kim@example.org> <kim@old.example.org>\n'),
}

export interface Fixture {
  readonly name: string
  readonly mail: DecodedMail
  readonly parsed: ParsedMail
  readonly expected: Record<string, unknown>
}

export async function readFixtures(word: string): Promise<Fixture[]> {
  const folder = join(FOLDER, word)
  const names = readdirSync(folder).filter((name) => name.endsWith('.eml'))
  return Promise.all(
    names.sort().map(async (name) => {
      const decoded = await decodeMail(readFileSync(join(folder, name)))
      if (!decoded.ok) throw new Error(`${name}: ${decoded.reason}`)
      const expected = JSON.parse(
        readFileSync(join(folder, name.replace(/\.eml$/, '.expected.json')), 'utf8'),
      )
      return { name: name.replace(/\.eml$/, ''), mail: decoded.mail, parsed: parse(decoded.mail), expected }
    }),
  )
}

export function parse(mail: DecodedMail, lists: readonly ListId[] = []): ParsedMail {
  return parseMail(mail, { received: mail.received, sourceTime: null, lists }, settings)
}
