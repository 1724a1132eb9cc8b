// Names of parts and models such as `ZQXL345` or `ZQ132`: letters and digits in one word, where one digit makes another
// thing. In: a folded token. Out: whether it is such a name, its wildcard pattern (`ad469x`), its slips of the pen.

/** Two letters or more before two digits or more: `zq7380`, `zqml6031x00`. */
const PART = /^[a-z]{2,8}\d{2,}[a-z\d]{0,10}$/
/** Letters and digits mixed otherwise: `zqm9ds1`, `zq2s1210`, `zq022a`. */
const MIXED = /^[a-z]{1,8}\d[a-z\d]{2,10}$/

const DIGIT = /\d/

/** Whether a folded token names a part or, by a wildcard, a family of parts. */
export function isPartName(token: string): boolean {
  if (token.length < 5 || token.length > 24 || !DIGIT.test(token)) return false
  return PART.test(token) || (MIXED.test(token) && countDigits(token) >= 2) || isWildcard(token)
}

function countDigits(token: string): number {
  let n = 0
  for (const c of token) if (c >= '0' && c <= '9') n++
  return n
}

const WILDCARD = /^[a-z]{2,8}\d{1,6}x{1,3}$|^[a-z]{2,8}\d{1,5}x\d{1,3}$/

/** Names a family by letting `x` stand for characters: `zq469x`, `zqs5xx`, `zqs1x18`. */
export function isWildcard(token: string): boolean {
  return token.length >= 5 && WILDCARD.test(token)
}

/** The fixed beginning of a wildcard name. */
export function wildcardStem(token: string): string {
  const from = token.search(/\d/)
  return token.slice(0, token.indexOf('x', from))
}

/** Whether the wildcard name covers the part: same length, `x` for any character; letters may follow the part. */
export function wildcardCovers(wildcard: string, part: string): boolean {
  const from = wildcard.search(/\d/)
  if (part.length < wildcard.length) return false
  for (let i = 0; i < wildcard.length; i++) {
    const c = wildcard[i]!
    if (c !== part[i] && !(c === 'x' && i > from)) return false
  }
  return /^[a-z]*$/.test(part.slice(wildcard.length))
}

/** The digits of a part: what a slip of the pen in its letters leaves as it was. */
export function digitsOf(part: string): string {
  return part.replace(/\D+/g, '')
}

/** Same digits, and the letters before them swapped, or one of four or more left out or doubled. A changed letter is another part. */
export function isPartSlip(written: string, part: string): boolean {
  const a = /^([a-z]+)(\d{3,}[a-z]*)$/.exec(written)
  const b = /^([a-z]+)(\d{3,}[a-z]*)$/.exec(part)
  if (!a || !b || a[2] !== b[2] || a[1] === b[1]) return false
  const [x, y] = [a[1]!, b[1]!]
  if (x.length === y.length) return [...x].sort().join('') === [...y].sort().join('') && x.length > 2
  const [short, long] = x.length < y.length ? [x, y] : [y, x]
  if (long.length - short.length !== 1 || long.length < 4) return false
  for (let i = 0; i < long.length; i++) if (long.slice(0, i) + long.slice(i + 1) === short) return true
  return false
}

/** Written-out parts of a shortened row: `ZQX31827/28/29` → zqx31828, zqx31829. Text must be folded. */
export function expandRow(text: string): string[] {
  const parts: string[] = []
  for (const row of text.matchAll(/\b([a-z]{2,8})(\d{2,6})([a-z]?)((?:\/\d{1,5})+)(?![\w])/g)) {
    const digits = row[2]!
    for (const tail of row[4]!.split('/').slice(1)) {
      if (tail.length < digits.length)
        parts.push(row[1]! + digits.slice(0, digits.length - tail.length) + tail)
    }
  }
  return parts
}
