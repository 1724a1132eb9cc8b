// The few of a mail's header fields that some reader asks for, found in one walk: real mail carries sixty and more, most
// of them traces of transport.
import type { DecodedMail, HeaderField } from '../model/mail.ts'
import { AUTOMATIC_FIELDS } from './automatic.ts'
import { FIELDS_OF_ONE } from './powerless.ts'

const LONGEST = 40

/**
 * By length and last letter: names are fresh strings, and to find one in a set takes longer than to compare it with the one
 * or two that it can be.
 */
const ASKED: readonly (readonly string[])[] = group([
  ...new Set([...FIELDS_OF_ONE, ...AUTOMATIC_FIELDS, 'x-original-from']),
])

function group(names: readonly string[]): string[][] {
  const groups: string[][] = Array.from({ length: LONGEST * 32 }, () => [])
  for (const name of names) groups[groupOf(name)]?.push(name)
  return groups
}

/** 0, where nothing is, for what is too long. */
function groupOf(name: string): number {
  const length = name.length
  return length === 0 || length >= LONGEST ? 0 : length * 32 + (name.charCodeAt(length - 1) & 31)
}

/**
 * The same mail with only those fields, in order. Names are the ones written here, so that comparing them again, as each
 * reader does, looks at no letter.
 */
export function withAskedFields(mail: DecodedMail): DecodedMail {
  const headers: HeaderField[] = []
  for (const field of mail.headers) {
    const name = askedName(field.name)
    if (name !== null) headers.push({ name, value: field.value })
  }
  return { ...mail, headers }
}

function askedName(name: string): string | null {
  for (const asked of ASKED[groupOf(name)] as readonly string[]) if (asked === name) return asked
  return name.length > 0 && name.charCodeAt(0) === 108 && name.startsWith('list-') ? name : null
}
