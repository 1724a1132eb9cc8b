// Offsets in a text to line numbers.

/** Line number, from 1, of an offset; offsets must be asked in ascending order, so that the whole stays linear. */
export function lineCounter(text: string): (offset: number) => number {
  let [at, line] = [0, 1]
  return (offset) => {
    for (let next = text.indexOf('\n', at); next >= 0 && next < offset; next = text.indexOf('\n', at)) {
      at = next + 1
      line++
    }
    return line
  }
}
