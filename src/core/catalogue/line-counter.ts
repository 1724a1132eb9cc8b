// Offsets in a text to line numbers.

/** Line number, from 1, of an offset; offsets must be asked in ascending order, so that the whole stays linear. */
export function lineCounter(text: string): (offset: number) => number {
  let line = 1
  let next = nextLine(text, 0)
  return (offset) => {
    while (next <= offset) {
      line++
      next = nextLine(text, next)
    }
    return line
  }
}

function nextLine(text: string, from: number): number {
  const at = text.indexOf('\n', from)
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1
}
