// Signed remarks of wiki users, wherever they stand: `Some.user 14:14, 23 January 2013 (UTC): text`, with or without the
// wiki's comment and vote signs. They are taken out of the text around them.
import type { Review } from '../model/entry.ts'
import type { FieldLine } from './page-record.ts'
import { day, monthNumber } from './read-date.ts'

const SIGN = /Pictogram (?:voting comment|vote|voting [a-z]{1,20}) \S{1,12}\.png/g
const SIGNED =
  /^(.{0,80}?)[\s,]{0,3}(\d{1,2}):(\d{2}), (\d{1,2}) ([A-Za-z]{3,9}) (\d{4}) \(UTC\)[:\s]{0,3}(.*)$/s
const UNSIGNED = /^~{3,5}\s?:?\s?(.*)$/s
const TIME = / \(UTC\)/

/** Splits a field's lines into its own text and the remarks in it. In a `review` field unsigned text is a remark too. */
export function readReviews(
  lines: readonly FieldLine[],
  field: 'text' | 'review',
): { lines: FieldLine[]; reviews: Review[] } {
  const rest: FieldLine[] = []
  const reviews: Review[] = []
  for (const line of lines) {
    const found = TIME.test(line.text) || line.text.includes('~~~') ? reviewsIn(line.text) : []
    if (found.length > 0) reviews.push(...found)
    else if (field === 'text') rest.push(line)
    else if (!continueReview(line.text, reviews)) rest.push(line)
  }
  return { lines: rest, reviews }
}

/** Whether a line of text holds a signed remark. */
export function isReviewLine(text: string): boolean {
  return TIME.test(text) && reviewsIn(text).length > 0
}

function reviewsIn(line: string): Review[] {
  const text = line.slice(0, 20_000).replace(/^\s*(?:[-*•]|\d+\.)\s+/, '')
  const signs = [...text.matchAll(SIGN)]
  const first = signs[0]?.index ?? 0
  const starts =
    signs.length > 0 && first === 0
      ? signs.map((sign) => sign.index)
      : [0, ...signs.map((sign) => sign.index)]
  return starts.flatMap((start, index) => reviewOf(text.slice(start, starts[index + 1])))
}

function reviewOf(piece: string): Review[] {
  const kind = /^Pictogram vote /.test(piece) ? 'vote' : 'comment'
  const text = piece
    .replace(SIGN, '')
    .trim()
    .replace(/^(\*{2,3})([^*]{1,160}\(UTC\):?)\1/, '$2')
  const unsigned = UNSIGNED.exec(text)
  if (unsigned) return [{ author: '', date: null, text: (unsigned[1] ?? '').trim(), kind }]
  const match = SIGNED.exec(text)
  if (!match) return []
  const date = day(match[6], monthNumber(match[5]), match[4])
  const author = (match[1] ?? '').replace(/\s?\((?:talk|talk \| contribs|Diskussion)\)$/, '').trim()
  return [
    {
      author,
      date: date === null ? null : `${date}T${match[2]?.padStart(2, '0')}:${match[3]}:00Z`,
      text: (match[7] ?? '').trim(),
      kind,
    },
  ]
}

/** The wiki's own instruction is dropped; any other line goes on with the remark above it. */
function continueReview(text: string, reviews: Review[]): boolean {
  const words = text.trim()
  if (words === '' || /^\(?delete as addressed\)?$/i.test(words)) return true
  const last = reviews.pop()
  if (last === undefined)
    reviews.push({ author: '', date: null, text: words.replace(/^[-*•]\s+/, ''), kind: 'comment' })
  else reviews.push({ ...last, text: `${last.text}\n${words}` })
  return true
}
