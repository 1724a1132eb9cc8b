// Text to comparable words: in goes any text, out come folded tokens in order, URLs left out. Plural and verb endings are
// taken off so that "drivers" meets "driver"; tokens with digits stay as they are, for there every character counts.

/** Of folded text; an identifier such as `fwnode_irq_get` is one token. */
export const TOKEN = /[\p{L}\p{N}]+(?:_[\p{L}\p{N}]+)*/gu
const LINK = /\b(?:https?|ftp|git):\/\/\S+/g
const MARKS = /\p{M}+/gu
const ASCII = /^[\x00-\x7f]*$/

/** Lower case, compatibility forms and accents undone. */
export function foldText(text: string): string {
  return ASCII.test(text) ? text.toLowerCase() : text.normalize('NFKD').replace(MARKS, '').toLowerCase()
}

/** The code at a place of a text, 0 outside of it: to read there would throw away code that is compiled already. */
export const codeAt = (text: string, at: number): number =>
  at >= 0 && at < text.length ? text.charCodeAt(at) : 0

export const hasOnlyAscii = (text: string): boolean => ASCII.test(text)

/** At most `limit` UTF-16 units of `text`, folded, without its URLs. */
export function plainText(text: string, limit: number): string {
  const folded = foldText(text.length > limit ? text.slice(0, limit) : text)
  return folded.includes('://') ? folded.replace(LINK, ' ') : folded
}

/** The words of one folded token: an identifier such as `fwnode_irq_get` is given whole, then word by word. */
export function wordsOfToken(token: string): string[] {
  return token.includes('_') ? [token, ...token.split('_').map(stem)] : [stem(token)]
}

/** Words of at most `limit` UTF-16 units of `text`, in order. */
export function wordsOf(text: string, limit = 20_000): string[] {
  const words: string[] = []
  for (const token of plainText(text, limit).match(TOKEN) ?? []) words.push(...wordsOfToken(token))
  return words
}

const HAS_DIGIT = /\p{N}/u

/** A word without its English plural or verb ending: `drivers`, `porting`, `supported` → `driver`, `port`, `support`. */
export function stem(word: string): string {
  const n = word.length
  if (n < 4 || HAS_DIGIT.test(word)) return word
  if (word.endsWith('ies') && n > 4) return `${word.slice(0, -3)}y`
  if (word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us') && !word.endsWith('is')) {
    return stem(word.slice(0, -1))
  }
  if (n >= 6 && word.endsWith('ing')) return undouble(word.slice(0, -3))
  if (n >= 6 && word.endsWith('ed')) return undouble(word.slice(0, -2))
  return n >= 5 && word.endsWith('e') ? word.slice(0, -1) : word
}

function undouble(word: string): string {
  const n = word.length
  if (word.endsWith('e')) return word.slice(0, -1)
  return n > 3 && word[n - 1] === word[n - 2] && !'lsz'.includes(word[n - 1]!) ? word.slice(0, -1) : word
}

/** DESIGN §9: lower-case ASCII of the NFKD form, every run of other characters one hyphen, none at the ends. */
export function slugOf(text: string): string {
  return foldText(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** True when `a` becomes `b` by one letter put in, left out, changed, or swapped with its neighbour. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let endA = a.length
  let endB = b.length
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--
    endB--
  }
  const [restA, restB] = [a.slice(start, endA), b.slice(start, endB)]
  if (restA.length <= 1 && restB.length <= 1) return true
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0]
}
