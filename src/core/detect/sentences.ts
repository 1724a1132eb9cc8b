// A message's own text, cut into sentences with their place in the text.
// In: text and the spans the author wrote. Out: sentences in order, white space folded.
// Refuses: more than 64 KiB of own text or 1,000 sentences (the rest is not read); cuts sentences at 2,000 characters.
import type { Span } from '../model/message.ts'

export interface Sentence {
  /** The sentence as it stands in the message's text. */
  readonly span: Span
  /** The sentence with white space folded, zero-width characters dropped and curly quotes straightened. */
  readonly text: string
  /** True when it is the first sentence after a gap in the own text: what it answers was quoted just above. */
  readonly answers: boolean
  /** The paragraph it belongs to, counted from 0 through the message. */
  readonly paragraph: number
}

/** UTF-16 units of own text that are read; mail beyond that is no conversation. */
export const OWN_TEXT_LIMIT = 65_536
/** Longest sentence, in UTF-16 units. */
export const SENTENCE_LIMIT = 2_000
/** Sentences of a mail that are read; the longest of real mail have some hundred. */
export const MOST_SENTENCES = 1_000

/** End of a sentence: punctuation, a blank line, or the line before a list item, a footnote or a rule. */
const BOUNDARY =
  /:[ \t]*\[\d{1,2}\](?=\n)|[.!?…]+["'”’)\]]{0,3}(?=\s|$)|\n(?=[ \t]*(?:\n|[-*+•–][ \t]|\(?\d{1,2}[.)][ \t]|\[\d{1,2}\][ \t:]|[-=_~]{3}))/g

/** "Hi all," on a line of its own. */
const GREETING =
  /^\s*(?:hi|hello|hey|dear|respected|greetings|good (?:morning|day|evening|afternoon))\b[^\n.?,]{0,36}[,:!.]?[ \t]*\n/i

/** Points that end no sentence: abbreviations, list numbers. */
const ABBREVIATION =
  /(?:^|[\s(["'])(?:e\.g|i\.e|eg|ie|vs|cf|resp|approx|incl|fig|no|nr|dr|mr|mrs|ms|prof|st|a\.k\.a|w\.r\.t|wrt|btw|ver|sec|ch)\.$|^\s*\(?\d{1,2}\.$/i
/** An initial: "J. Doe". */
const INITIAL = /(?:^|[\s(])\p{Lu}\.$/u
/** A sentence starts here whatever stands before: "in C. I want". */
const PRONOUN_NEXT = /^\s+(?:I|We|It|The|This|My|You|He|She|They|And|But|So)\b/

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu
const CURLY = /[\u2018\u2019\u201b\u02bc\u00b4]/gu
const CURLY_DOUBLE = /[\u201c\u201d\u201e\u201f]/gu

/** White space folded, invisible characters dropped, curly quotes straight: what patterns are matched against. */
export function foldSentence(raw: string): string {
  let text = raw
  if (NON_ASCII.test(text)) {
    text = text.replace(INVISIBLE, '').replace(CURLY, "'").replace(CURLY_DOUBLE, '"')
  }
  return UNFOLDED.test(text) ? text.replace(/\s+/g, ' ').trim() : text
}
const UNFOLDED = /[^\S ]| {2}|^ | $/
const NON_ASCII = /[^\x00-\x7f]/

/** Every sentence of the author's own words, in order. */
export function splitSentences(text: string, own: readonly Span[]): Sentence[] {
  const sentences: Sentence[] = []
  let budget = OWN_TEXT_LIMIT
  let paragraph = 0
  for (const span of own) {
    if (budget <= 0 || sentences.length >= MOST_SENTENCES) break
    const end = Math.min(span.end, span.start + budget)
    budget -= end - span.start
    paragraph = splitSpan(text.slice(span.start, end), span.start, paragraph, sentences) + 1
  }
  return sentences
}

/** Appends the sentences of one piece of own text; gives back the last paragraph's number. */
function splitSpan(piece: string, offset: number, firstParagraph: number, into: Sentence[]): number {
  let paragraph = firstParagraph
  let start = GREETING.exec(piece.slice(0, 80))?.[0].length ?? 0
  let answers = true
  const push = (from: number, to: number): void => {
    const lead = leadingSpace(piece, from, to)
    const tail = trailingSpace(piece, lead, Math.min(to, lead + SENTENCE_LIMIT))
    if (tail - lead < 2 || into.length >= MOST_SENTENCES) return
    const text = foldSentence(piece.slice(lead, tail))
    into.push({ span: { start: offset + lead, end: offset + tail }, text, answers, paragraph })
    answers = false
  }
  BOUNDARY.lastIndex = 0
  for (let hit = BOUNDARY.exec(piece); hit !== null; hit = BOUNDARY.exec(piece)) {
    const stop = hit.index + hit[0].length
    const line = hit[0] === '\n'
    const note = hit[0].startsWith(':')
    if (stop <= start || (!line && !note && !endsSentence(piece, start, stop))) continue
    push(start, stop)
    if (line) paragraph += 1
    start = stop
  }
  push(start, piece.length)
  return paragraph
}

/** False for "e.g. ", "v1. 2", an initial, or a point before a lower-case word. */
function endsSentence(piece: string, start: number, stop: number): boolean {
  if (piece[stop - 1] !== '.' || piece[stop - 2] === '.') return true
  if (stop - start < 4) return false
  const tail = piece.slice(Math.max(start, stop - 12), stop)
  const next = piece.slice(stop, stop + 24)
  if ((ABBREVIATION.test(tail) || INITIAL.test(tail)) && !PRONOUN_NEXT.test(next)) return false
  return !/^[ \t]*\n?[ \t]*(?!v\d)[a-z,;]/.test(next) || (/^\n/.test(next) && !/\betc\.$/i.test(tail))
}

function leadingSpace(piece: string, from: number, to: number): number {
  let at = from
  while (at < to && SPACE.has(piece.charCodeAt(at))) at += 1
  return at
}

function trailingSpace(piece: string, from: number, to: number): number {
  let at = to
  while (at > from && SPACE.has(piece.charCodeAt(at - 1))) at -= 1
  return at
}
const SPACE = new Set([9, 10, 11, 12, 13, 32, 160, 0x2028, 0x2029, 0xfeff])
