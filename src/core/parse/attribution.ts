// "On Tue, 3 Mar 2015, Jo Doe wrote:" in many languages and layouts, also broken over lines, and what it introduces:
// lines with marks, lines that are merely indented, or a whole mail without any mark.
import type { Person } from '../model/person.ts'
import { codeAt, lastInk, lineAt, linesAt, mark, nextFilled, type Sheet } from './sheet.ts'

const VERB =
  /(?:^|[\s,>:)\]])(?:wrote|writes|schrieb|schreibt|geschrieben|escribió|escribio|escribe|escreveu|ha scritto|scrisse|scrive|a écrit|écrit|ecrit|schreef|heeft (?:het volgende )?geschreven|skrev|kirjoitti|napisała?(?:\(a\))?|pisze|пишет|писала?|написала?|пише|napsala?|napísala?|írta|ezt írta|a scris|yazdı|şunu yazdı|έγραψε|napisao|napisala|parašė|rakstīja|kirjutas|menulis|đã viết|כתב(?:ה)?|كتب|نوشت|écrivait)(?=[\s:,.<(-]|$)|写道|寫道|写到|的写道|のメッセージ|さんは書きました|님이 작성|작성했습니다|написав/iu
const START =
  /^(?:(?:on|am|le|el|il|em|op|den|dnia|in data|w dniu|dne|dňa|în|στις|vào|pada|при|בתאריך|في|於|于) |在|(?!in )\p{L}{1,12}\.?,? \d|\d)/iu
const DATE =
  /\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d{2}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\d{1,2}\. ?\p{L}{3,}|\p{L}{3,9}\.? \d{1,2}\b/u
const ADDRESS = /\S@\S/
/** A date with a year or a time, or an address: no prose ends in a verb of writing and a colon with one of these. */
const SURE = /\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d{2}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\S@\S/
/** Several mailers use no verb: `2017-04-18 13:09 GMT+02:00 Jo Doe <jo@example.org>:`. */
const NAME_ADDRESS_END = /<\s?[^<>\s]+@[^<>]+>\s*:$/u
const STARTS_WITH_DATE =
  /^\W{0,3}(?:\d{4}年|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[:.]\d{2}|\p{L}{2,12}\.?,? \d|\d{1,2}\.? \p{L}{3,})/u
const ZOHO = /^-{3,}\s*\S.{3,250}\S\s*-{3,}$/
/** `Jo Doe writes:` and nothing else: an attribution only with a quote below. */
const NAME_AND_VERB =
  /^["'*]?\p{Lu}\S{0,40}(?:\s\S{1,60}){0,5}\s(?:wrote|writes|schrieb|schreibt|a écrit|escribió|escreveu|ha scritto|schreef|skrev|napisał|пишет|писал|написал)\s?[:.]{0,3}$/u
/** A word that is part of nobody's name: "Check errors of these writes." */
const NO_NAME =
  /^\S+\s(?:.*\s)?(?!van|von|vom|zu|de|der|den|da|di|du|la|le|el|al|bin|via|ha|a\s)\p{Ll}\S*\s\S+$/u
const PRONOUN = /\b(?:I|you|we|it|he|she|they|that|which|who|datasheet|manual|comment|spec|code)\b/

/** Verbs an attribution may end in without a colon, and the two letters these end in. */
const BARE_VERB = /(?:wrote|writes|a écrit|schrieb|skrev)\.{0,3}$/i
const VERB_ENDS = ['te', 'es', 'it', 'eb', 'ev'].map((two) => pairOf(two.charCodeAt(0), two.charCodeAt(1)))

/** Whether line `i` ends in a verb of writing. */
export function endsInVerb(sheet: Sheet, i: number): boolean {
  const { text } = sheet
  const last = lastInk(sheet, i)
  let at = last
  while (at > last - 3 && codeAt(text, at) === 46) at--
  return (
    VERB_ENDS.includes(pairOf(codeAt(text, at - 1), codeAt(text, at))) &&
    BARE_VERB.test(lineAt(sheet, i).trimEnd().slice(-12))
  )
}

/** A verb of writing; nearly always this one. */
const hasVerbIn = (text: string): boolean => text.endsWith(' wrote:') || VERB.test(text)

/** Two letters as one number, upper and lower case alike. */
function pairOf(first: number, second: number): number {
  return (first | 32) * 65536 + (second | 32)
}

/** Attributions read of one mail. */
const MAX_LOOKS = 200

/** Marks attribution lines, at `lines` of the sheet, and the quotes below them that carry no mark of their own. */
export function markAttributions(sheet: Sheet, lines: readonly number[], author: Person | null): void {
  const { kinds } = sheet
  let firstWords = -1
  let seen = 0
  let looked = 0
  for (const i of lines) {
    if (kinds[i] !== 'own') continue
    const found = looked < MAX_LOOKS ? attributionAt(sheet, i) : null
    if (!found) continue
    if (firstWords < 0) firstWords = wordsBetween(sheet, seen, i)
    seen = i + 1
    const below = nextFilled(sheet, i + 1)
    const marked = kinds[below] === 'quote'
    const indented =
      below < kinds.length && kinds[below] === 'own' && /^(?:\t| {1,12})\S/.test(lineAt(sheet, below))
    looked++
    if (!marked && !indented && !found.strong) continue
    mark(sheet, found.from, i + 1, 'attribution')
    if (marked) continue
    if (indented) markIndented(sheet, below)
    else if (!answers(sheet, found.from, below, firstWords >= 0 && firstWords < found.from, author))
      mark(sheet, below, kinds.length, 'copy')
  }
}

/** The first line of [from, to) that is the author's and no greeting, else -1. */
function wordsBetween(sheet: Sheet, from: number, to: number): number {
  for (let i = from; i < to; i++) if (sheet.kinds[i] === 'own' && !GREETING.test(lineAt(sheet, i))) return i
  return -1
}

const GREETING = /^\s*(?:hi|hello|hey|dear|hallo|good (?:morning|afternoon|evening))\b.{0,60}$/i

/** The attribution that ends in line `i`: its first line, and whether a date or address makes it unmistakable. */
function attributionAt(sheet: Sheet, i: number): { from: number; strong: boolean } | null {
  // A colon (also full-width), dashes, or the bare verb at the end; nothing else is worth a closer look.
  const end = sheet.text.charCodeAt(lastInk(sheet, i))
  if (end !== 58 && end !== 0xff1a && end !== 45 && !endsInVerb(sheet, i)) return null
  const last = lineAt(sheet, i).trim()
  const zoho = end === 45 && ZOHO.test(last)
  if ((end === 45 && !zoho) || last.length > 300) return null
  const above = sheet.kinds[i - 1] === 'own' ? lineAt(sheet, i - 1).trim() : ''
  let joined = zoho ? last.replace(/^-+\s*/, '') : last
  // The verb, or the address in its place, stands in the last two lines of every attribution.
  const hasVerb = hasVerbIn(above.length < 300 ? `${above} ${joined}` : joined)
  if (!hasVerb && !NAME_ADDRESS_END.test(last)) return null
  for (let up = i; up >= 0 && i - up <= 4; up--) {
    const line = lineAt(sheet, up).trim()
    if (sheet.kinds[up] !== 'own' || line.length > 300) break
    if (up < i) joined = `${line} ${joined}`
    if (hasVerb && START.test(joined) && SURE.test(joined) && hasVerbIn(joined))
      return { from: startAbove(sheet, up), strong: true }
    if (NAME_ADDRESS_END.test(joined) && STARTS_WITH_DATE.test(joined) && DATE.test(joined))
      return { from: up, strong: true }
  }
  if (VERB.test(last) && ADDRESS.test(last) && last.length < 160 && START_OF_NAME.test(last))
    return { from: i, strong: true }
  if (NAME_AND_VERB.test(last) && !PRONOUN.test(last) && (end === 58 || !NO_NAME.test(last)))
    return { from: i, strong: false }
  return VERB.test(last) && ADDRESS.test(above + last) && last.length < 100 && above.length < 100
    ? { from: ADDRESS.test(last) || !/\d/.test(above) ? i : i - 1, strong: false }
    : null
}

/** An attribution broken after its date: the date's line above belongs to it. */
function startAbove(sheet: Sheet, from: number): number {
  const above = lineAt(sheet, from - 1).trim()
  const belongs =
    sheet.kinds[from - 1] === 'own' && above.length < 60 && /^(?:on|am|le|el|il|em|op|den)\b/i.test(above)
  return belongs && DATE.test(above) && !/[.:?!]$/.test(above) ? from - 1 : from
}

/** `Jo Doe <jo@example.org> writes:` with nothing before the name. */
const START_OF_NAME = /^[\p{L}"'*][^<>:]{0,60}<[^<>\s]+@[^<>\s]+>[^<>]{0,80}[:：]$/u

/** The indented block at `from`: to the first line that stands at the margin. */
function markIndented(sheet: Sheet, from: number): void {
  let to = from
  while (to < sheet.kinds.length && (sheet.kinds[to] === 'blank' || /^[\t ]/.test(lineAt(sheet, to)))) to++
  mark(sheet, from, to, 'quote')
}

/**
 * True when what stands at the margin below an attribution answers it: marked quotes follow (soon, or anywhere when
 * nothing was written above), it greets the person named, or its last words are the author's name.
 */
function answers(
  sheet: Sheet,
  from: number,
  below: number,
  wroteAbove: boolean,
  author: Person | null,
): boolean {
  let filled = 0
  for (let i = below; i < sheet.kinds.length && (filled < 8 || !wroteAbove); i++) {
    if (sheet.kinds[i] === 'blank') continue
    if (sheet.kinds[i] === 'quote') {
      if (!isIntroduced(sheet, i, below)) return true
      break
    }
    filled++
  }
  return !wroteAbove && (greetsThem(sheet, from, below) || signsHimself(sheet, below, author))
}

function greetsThem(sheet: Sheet, from: number, below: number): boolean {
  const first = lineAt(sheet, below)
  if (!GREETING.test(first)) return false
  const attribution = linesAt(sheet, from, below).join(' ')
  const names = first
    .split(/[\s,!.]+/)
    .slice(1)
    .filter((word) => /^\p{Lu}\p{L}{2,}$/u.test(word))
  return names.some((name) => attribution.includes(name))
}

function signsHimself(sheet: Sheet, below: number, author: Person | null): boolean {
  const names = author?.name.toLowerCase().split(/[\s,.]+/) ?? []
  let last = sheet.kinds.length - 1
  let name = ''
  for (; last > below; last--) {
    if (sheet.kinds[last] !== 'own') continue
    name = lineAt(sheet, last)
      .toLowerCase()
      .replace(/[^\p{L} -]+/gu, '')
      .trim()
    break
  }
  return name.length > 1 && name.split(/ +/).every((word) => names.includes(word))
}

/** An attribution right above the quote at `i`: the quote belongs to the copy, not to an answer. */
function isIntroduced(sheet: Sheet, i: number, from: number): boolean {
  let above = i - 1
  while (above >= from && sheet.kinds[above] === 'blank') above--
  return above >= from && /[:：]$/.test(lineAt(sheet, above).trim()) && attributionAt(sheet, above) !== null
}
