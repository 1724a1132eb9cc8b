// format=flowed text (RFC 3676) to paragraphs: lines that end in a space go on in the next line of the same quote depth,
// never in one of another depth, or quoted words would run into the author's.

/** `delSp`: the space at a line's end is no part of the text (RFC 3676 §4.2). Lines end in LF afterwards. */
export function joinFlowed(text: string, delSp: boolean): string {
  const result: string[] = []
  let parts: string[] = []
  let length = 0
  let depth = 0
  let prefix = ''
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    let marks = 0
    while (line.charCodeAt(marks) === 62) marks++
    const prefixLength = marks > 0 && line.charCodeAt(marks) === 32 ? marks + 1 : marks
    const content = line.slice(prefixLength)
    const last = parts[parts.length - 1] ?? ''
    const isSignature = length === 3 && parts.join('') === '-- '
    if (marks === depth && last.endsWith(' ') && !isSignature) {
      if (delSp) parts[parts.length - 1] = last.slice(0, -1)
      const rest = delSp || marks > 0 ? content : content.replace(/^ /, '')
      length += rest.length - (delSp ? 1 : 0)
      if (delSp && parts[parts.length - 1] === '') parts.pop()
      if (rest !== '') parts.push(rest)
      continue
    }
    if (i > 0) result.push(prefix + parts.join(''))
    parts = content === '' ? [] : [content]
    length = content.length
    depth = marks
    prefix = line.slice(0, prefixLength)
  }
  if (length > 0 || prefix !== '') result.push(prefix + parts.join(''))
  return result.join('\n').replace(/^ /gm, '')
}
