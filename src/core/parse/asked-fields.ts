// The few of a mail's header fields that some reader asks for, found in one walk: real mail carries sixty and more, most
// of them traces of transport.
import type { DecodedMail, HeaderField } from '../model/mail.ts'
import { AUTOMATIC_FIELDS } from './automatic.ts'
import { FIELDS_OF_ONE } from './powerless.ts'

/** By their length: names are fresh strings, and to find one in a set takes longer than to compare it with two or three. */
const ASKED: readonly (readonly string[])[] = Array.from({ length: 40 }, (_, length) =>
  [...new Set([...FIELDS_OF_ONE, ...AUTOMATIC_FIELDS, 'x-original-from'])].filter(
    (name) => name.length === length,
  ),
)

/** The same mail with only those fields, in order. */
export function withAskedFields(mail: DecodedMail): DecodedMail {
  return { ...mail, headers: mail.headers.filter(isAsked) }
}

function isAsked({ name }: HeaderField): boolean {
  return ASKED[name.length]?.includes(name) === true || name.startsWith('list-')
}
