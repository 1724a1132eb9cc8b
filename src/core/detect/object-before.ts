// The thing a relative clause or a passive speaks of: "the apds9306 driver which I am working on".
// In: the sentence up to the verb. Out: the last noun phrase before it. Refuses nothing.
import { type ObjectPhrase, readObject } from './object.ts'

const PHRASE_START =
  /(?:^|[\s(,;:])((?:the|this|that|these|those|a|an|another|some|other|any|our|my|your|their|his|new)\s)/gi
const BREAK = /\b(?:with|of|for|in|on|to|from|about|by|at|and|or|but|is|are|was|were|like)\s+/gi

/** "Adding X to Y (is on my list)", '"Porting X" (is done)': the whole clause is the thing. */
const GERUND_SUBJECT =
  /^(?:(?:so|and|ok|but|also|yes|btw|fyi|with\s+(?:that|this)|thanks)\s*,?\s+)?((?:["“]?)(?!(?:during|nothing|anything|something|everything|according|regarding|string|thing|king|ring|ping|timing|being|having)\b)[a-z]{3,}ing\s[^,;:]{3,110})$/i

/** 'and "Porting X" (caught my eye)'. */
const TITLE_LAST = /(?<=\s)"[^"]{6,120}"(?:\s+(?:project|idea|topic|task))?$/i

export function readObjectBefore(before: string): ObjectPhrase {
  const text = before
    .replace(/[\s,(]+$/, '')
    .replace(/\s*\[\d+\]$/, '')
    .replace(/\s+(?:which|that)$/, '')
  const gerund = GERUND_SUBJECT.exec(text)
  if (gerund) return readObject(gerund[1]!)
  const title = TITLE_LAST.exec(text)
  if (title) return readObject(title[0])
  const tail = text.slice(-140)
  let start = -1
  PHRASE_START.lastIndex = 0
  for (let hit = PHRASE_START.exec(tail); hit !== null; hit = PHRASE_START.exec(tail)) {
    start = hit.index + hit[0].length - hit[1]!.length
  }
  if (start < 0) {
    BREAK.lastIndex = 0
    for (let hit = BREAK.exec(tail); hit !== null; hit = BREAK.exec(tail)) start = hit.index + hit[0].length
  }
  // "the above link with abc9306 driver": the thing is the last that "with" brings.
  const phrase = tail.slice(Math.max(0, start)).replace(/^.*\swith\s+(?=\S+\s+\S+$)/, '')
  return readObject(phrase)
}
