// A message's own text, cut into sentences with their place in the text.
// In: text and the spans the author wrote. Out: sentences in order, white space folded when somebody asks.
// Refuses: more than 64 KiB of own text or 1,000 sentences (the rest is not read); cuts sentences at 2,000 characters.
import type { Span } from '../model/message.ts'
import { foldSentence } from './fold-sentence.ts'

export interface Sentence {
  /** The sentence as it stands in the message's text. */
  readonly span: Span
  /** The sentence with white space folded, zero-width characters dropped and curly quotes straightened. */
  readonly text: string
}

/** UTF-16 units of own text that are read; mail beyond that is no conversation. */
export const OWN_TEXT_LIMIT = 65_536
/** Longest sentence, in UTF-16 units. */
export const SENTENCE_LIMIT = 2_000
/** Sentences of a mail that are read; the longest of real mail have some hundred. */
export const MOST_SENTENCES = 1_000

/** "Hi all," on a line of its own. */
const GREETING =
  /^\s*(?:hi|hello|hey|dear|respected|greetings|good (?:morning|day|evening|afternoon))\b[^\n.?,]{0,36}[,:!.]?[ \t]*\n/i
/** End of a sentence: punctuation, a blank line, an address that ends its line, or the line before a list item, a footnote or a rule. */
const BOUNDARY =
  /:[ \t]*\[\d{1,2}\](?=\n)|:\/\/\S+[ \t]*\n(?=[ \t]*[A-Z])|[.!?…]+["'”’)\]]{0,3}(?=\s|$)|(?<=\s)[:;]-?[()D](?=\s+[A-Z])|\n(?=[ \t]*(?:\n|[-*+•–][ \t]|\(?\d{1,2}[.)][ \t]|\[\d{1,2}\][ \t:]|[-=_~]{3}))/g

/** Points that end no sentence: abbreviations, list numbers. */
const ABBREVIATION =
  /(?:^|[\s(["'])(?:e\.g|i\.e|eg|ie|vs|cf|resp|approx|incl|fig|no|nr|dr|mr|mrs|ms|prof|st|a\.k\.a|w\.r\.t|wrt|btw|ver|sec|ch)\.$|^\s*\(?\d{1,2}\.$/i
/** An initial: "J. Doe". */
const INITIAL = /(?:^|[\s(])\p{Lu}\.$/u
/** A sentence starts here whatever stands before: "in C. I want". */
const PRONOUN_NEXT = /^\s+(?:I|We|It|The|This|My|You|He|She|They|And|But|So)\b/

/** Every sentence of the author's own words, in order. */
export function splitSentences(text: string, own: readonly Span[]): Sentence[] {
  const sentences: Sentence[] = []
  let budget = OWN_TEXT_LIMIT
  for (const span of own) {
    if (budget <= 0 || sentences.length >= MOST_SENTENCES) break
    const end = Math.min(span.end, span.start + budget)
    budget -= end - span.start
    splitSpan(text.slice(span.start, end), span.start, sentences)
  }
  return sentences
}

/** Appends the sentences of one piece of own text, which stands at `offset`. */
function splitSpan(piece: string, offset: number, into: Sentence[]): void {
  let start = GREETING.exec(piece.slice(0, 80))?.[0].length ?? 0
  const push = (to: number): void => {
    const sentence = sentenceAt(piece, start, to, offset)
    if (sentence && into.length < MOST_SENTENCES) into.push(sentence)
    start = to
  }
  BOUNDARY.lastIndex = start
  while (BOUNDARY.test(piece)) {
    const stop = BOUNDARY.lastIndex
    if (isEnd(piece, start, stop)) push(stop)
  }
  push(piece.length)
}

const POINT = 46
const NEWLINE = 10
/** What a mailer that doubles every line break leaves between two long lines of one sentence. */
const DOUBLED_BREAK = /[\p{L}\d,][ \t]*\n[ \t]*\n[ \t]*\p{Ll}+[ ,][^\n]{40}/uy
/** A line that was full when it broke, in characters. */
const FULL_LINE = 50

function isEnd(piece: string, start: number, stop: number): boolean {
  const last = piece.charCodeAt(stop - 1)
  if (last === POINT) return endsSentence(piece, start, stop)
  return last !== NEWLINE || !isDoubledBreak(piece, start, stop - 1)
}

/** True for the break at `at` when a full line without an end goes on, in lower case, below one empty line. */
function isDoubledBreak(piece: string, start: number, at: number): boolean {
  const text = trailingSpace(piece, start, at)
  if (text === start || text - piece.lastIndexOf('\n', text - 1) <= FULL_LINE) return false
  DOUBLED_BREAK.lastIndex = text - 1
  return DOUBLED_BREAK.test(piece)
}

/** The sentence between two places, without the blanks around it; null where there are no words. */
function sentenceAt(piece: string, from: number, to: number, offset: number): FoldedLater | null {
  const lead = leadingSpace(piece, from, to)
  const tail = trailingSpace(piece, lead, Math.min(to, lead + SENTENCE_LIMIT))
  if (tail - lead < 2) return null
  return new FoldedLater(piece.slice(lead, tail), { start: offset + lead, end: offset + tail })
}

/** A sentence of which most are never looked at twice. */
class FoldedLater implements Sentence {
  readonly span: Span
  private readonly raw: string
  private folded: string | null = null

  constructor(raw: string, span: Span) {
    this.raw = raw
    this.span = span
  }

  get text(): string {
    this.folded ??= foldSentence(this.raw)
    return this.folded
  }
}

/** False for "e.g. ", "v1. 2", an initial, or a point before a lower-case word. */
function endsSentence(piece: string, start: number, stop: number): boolean {
  if (piece.charCodeAt(stop - 2) === POINT) return true
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
const SPACE: ReadonlySet<number> = new Set([9, 10, 11, 12, 13, 32, 160, 0x2028, 0x2029, 0xfeff])
