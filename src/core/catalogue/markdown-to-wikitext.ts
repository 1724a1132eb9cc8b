// The Markdown of a field back to wikitext, for the constructs the readers make: lists, emphasis, links, code.

/** Converts a field's text; what is no such construct stays as it is. */
export function markdownToWikitext(markdown: string): string {
  const out: string[] = []
  let code = false
  for (const line of markdown.split('\n')) {
    if (line.startsWith('```')) {
      out.push(code ? '</pre>' : '<pre>')
      code = !code
    } else if (code) out.push(escaped(line))
    else out.push(textLine(line))
  }
  if (code) out.push('</pre>')
  return out
    .join('\n')
    .replace(/<pre>\n/g, '<pre>')
    .replace(/\n<\/pre>/g, '</pre>')
    .replace(/(\n[*#][^\n]*)\n\n(?![*#])/g, '$1\n')
}

function textLine(line: string): string {
  const item = /^( {0,60})(-|\d{1,3}\.) (.*)$/.exec(line)
  if (!item) return inline(line.replace(/^ +/, ''))
  const depth = Math.floor((item[1]?.length ?? 0) / 2) + 1
  return `${(item[2] === '-' ? '*' : '#').repeat(depth)} ${inline(item[3] ?? '')}`
}

function inline(text: string): string {
  return text
    .split(/(`[^`\n]{1,2000}`)/)
    .map((piece) =>
      piece.startsWith('`') && piece.endsWith('`') && piece.length > 2
        ? `<code>${escaped(piece.slice(1, -1))}</code>`
        : words(piece),
    )
    .join('')
}

function words(text: string): string {
  return text
    .replace(/\{\{|\}\}/g, '<nowiki>$&</nowiki>')
    .replace(
      /\[([^[\]]{1,500})\]\(wiki:([^()\s]{1,300})\)/g,
      (_, shown: string, page: string) => `[[${page.replaceAll('_', ' ')}|${shown}]]`,
    )
    .replace(/\[(\d{1,2})\]\(((?:https?|git|ftp):\/\/[^()\s]{1,2000})\)/g, '[$2]')
    .replace(/\[([^[\]]{1,500})\]\(((?:https?|git|ftp):\/\/(?:[^()\s]|\([^()\s]*\)){1,2000})\)/g, '[$2 $1]')
    .replace(/\*\*([^*\n]{1,2000})\*\*/g, "'''$1'''")
    .replace(/(^|[\s(])\*([^*\s](?:[^*\n]{0,2000}[^*\s])?)\*(?=[\s.,;:)!?]|$)/g, "$1''$2''")
}

function escaped(text: string): string {
  return text
    .replace(/[<&]/g, (letter) => (letter === '<' ? '&lt;' : '&amp;'))
    .replace(/\{\{|\}\}|~~~/g, '<nowiki>$&</nowiki>')
}
