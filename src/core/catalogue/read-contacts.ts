// The contact field to people: names, addresses made whole again, roles. A placeholder address is nobody's.
import type { Contact, ContactRole } from '../model/entry.ts'

const ROLE = /\b(?:possible\s)?(?:co-?)?(mentor|student|intern|contact|suggested by)s?(?:\(s\))?\s?:/gi
const ADDRESS = /[a-z0-9][a-z0-9._%+'-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/i
const SPELLED =
  /([a-z0-9][a-z0-9._+-]{0,63})\s{0,2}(?:@|\(at\)|\[at\]|\{at\}|\sat\s)\s{0,2}([a-z0-9-]{1,63}(?:\s{0,2}(?:\.|\(dot\)|\[dot\]|\{dot\}|\sdot\s)\s{0,2}[a-z0-9-]{1,63}){1,8})/i
const PLACEHOLDER =
  /^(?:first\.?last|first\.?name|first\.?surname|firstname\.lastname|your\.?name|name\.surname|user(?:name)?|someone|nobody)@/
const NAME_WORD = /^(?:\p{Lu}[\p{L}\p{M}.'’-]*|de|da|del|den|der|di|du|la|le|van|von|al|el|bin|ibn|y)$/u
const NOBODY = /^(?:tb[acd]|none(?: yet)?|unknown|n\/?a|nobody|anyone|anybody|you)$/i
/** Longer contact fields are cut: no list of people needs more. */
const MOST_CHARACTERS = 4000

/** Reads people out of a contact field. `role` is what they are where the text does not say. */
export function readContacts(raw: string, role: ContactRole = 'contact'): Contact[] {
  const text = plain(raw.slice(0, MOST_CHARACTERS))
  const marks = [...text.matchAll(ROLE)]
  const parts: { role: ContactRole; text: string }[] = [{ role, text: text.slice(0, marks[0]?.index) }]
  for (const [index, mark] of marks.entries())
    parts.push({
      role: roleOf(mark[1] ?? '', role),
      text: text.slice(mark.index + mark[0].length, marks[index + 1]?.index),
    })
  const people = parts.flatMap((part) =>
    peopleIn(part.text).map((person) => ({ ...person, role: part.role })),
  )
  const named = people.filter((person) => person.name !== '')
  return unique(named.length > 0 ? named : people)
}

/** The mail address in a text, obfuscation undone, lower case; null when there is none or it is a placeholder. */
export function readAddress(text: string): string | null {
  const undone = text.replace(/_AT_/gi, '@').replace(/_DOT_/gi, '.')
  const direct = ADDRESS.exec(undone)?.[0]
  const spelled = direct === undefined ? SPELLED.exec(undone) : null
  const address =
    direct ??
    (spelled
      ? `${spelled[1]}@${(spelled[2] ?? '').replace(/\s{0,2}(?:\(dot\)|\[dot\]|\{dot\}|\sdot\s)\s{0,2}/gi, '.')}`
      : null)
  if (address === null) return null
  const clean = address.toLowerCase().replace(/\s/g, '').replace(/\.+$/, '')
  return PLACEHOLDER.test(clean) ? null : clean
}

function roleOf(word: string, otherwise: ContactRole): ContactRole {
  const lower = word.toLowerCase()
  if (lower === 'mentor') return 'mentor'
  if (lower === 'student' || lower === 'intern') return 'student'
  return lower === 'contact' ? 'contact' : otherwise
}

function plain(raw: string): string {
  return raw
    .replace(/\[([^[\]]*)\]\(mailto:([^()\s]*)\)/g, '$1 <$2>')
    .replace(/\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/<\s{0,3}<([^<>]*)>\s{0,3}>/g, '<$1>')
    .replace(/^\s*[-*•]\s+/gm, ', ')
    .replace(/\s+/g, ' ')
}

type Named = Omit<Contact, 'role'>

function peopleIn(text: string): Named[] {
  const people: Named[] = []
  let from = 0
  for (const match of text.matchAll(/<([^<>]*)>/g)) {
    const before = pieces(text.slice(from, match.index))
    from = match.index + match[0].length
    const name = cleanName(before.pop() ?? '')
    people.push(...before.flatMap(loosePerson))
    const inside = (match[1] ?? '').trim()
    if (isAddressLike(inside)) people.push({ name: isName(name) ? name : '', email: readAddress(inside) })
    else if (isName(name)) people.push({ name, email: null })
    else if (isName(inside)) people.push({ name: inside, email: null })
  }
  return [...people, ...pieces(text.slice(from)).flatMap(loosePerson)]
}

function pieces(text: string): string[] {
  return text
    .split(/[,;&]|\sand\s|\sor\s/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
}

function loosePerson(piece: string): Named[] {
  if (!isAddressLike(piece)) {
    const name = cleanName(piece)
    return isName(name) ? [{ name, email: null }] : []
  }
  const at = piece.search(ADDRESS)
  const name = at < 0 ? '' : cleanName(piece.slice(0, at))
  return [{ name: isName(name) ? name : '', email: readAddress(piece) }]
}

function isAddressLike(text: string): boolean {
  return (
    text.includes('@') || /_AT_/i.test(text) || (/\bat\b|[([{]at[)\]}]/i.test(text) && SPELLED.test(text))
  )
}

function cleanName(text: string): string {
  return text
    .replace(/\([^()]*\)/g, ' ')
    .replace(/^[\s"'.:,–-]+|[\s"':,–-]+$/g, '')
    .replace(/\s+/g, ' ')
}

function isName(text: string): boolean {
  const words = text.split(' ')
  if (text === '' || words.length > 6 || NOBODY.test(text)) return false
  return words.length === 1
    ? /^[\p{L}][\p{L}\p{M}\p{N}._'’-]{1,40}$/u.test(text)
    : words.every((word) => NAME_WORD.test(word))
}

function unique(people: readonly Contact[]): Contact[] {
  const seen = new Set<string>()
  return people.filter((person) => {
    const key = `${person.role} ${person.email ?? ''} ${person.name}`
    return !seen.has(key) && seen.add(key)
  })
}
