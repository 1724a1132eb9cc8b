// A piece of wikitext to lines of Markdown: lists, emphasis, links, code, and the wiki's comment and vote templates in the
// form the rendered page shows them.
import { decodeEntities } from './html-entities.ts'
import type { FieldLine } from './page-record.ts'
import { matchBraces, showNowiki, splitBars } from './wikitext-templates.ts'

const SIGNS: Record<string, string> = {
  comment: 'Pictogram voting comment 15px.png ',
  vote: 'Pictogram vote 15px.png ',
}
/** MediaWiki's own names for characters that mean something inside a template. */
const CHARACTERS: Record<string, string> = { '!': '|', '=': '=' }
const IMAGE = /\[\[(?:File|Image):(?:[^[\]]|\[\[[^[\]]{0,300}\]\]|\[[^[\]]{0,300}\]){0,1000}\]\]/gi

/** Converts `text`, whose first line is the page's line `firstLine`. */
export function wikitextToMarkdown(text: string, firstLine: number): FieldLine[] {
  const lines: FieldLine[] = []
  const counts: number[] = []
  let code: 'none' | 'tag' | 'indent' = 'none'
  for (const [index, raw] of showTemplates(text).split('\n').entries()) {
    const line = firstLine + index
    const push = (content: string) => lines.push({ text: content, line })
    const opens = code === 'tag' ? null : /<(?:pre|syntaxhighlight|source)\b[^<>]{0,200}>/i.exec(raw)
    if (code === 'tag' || opens) {
      const from = opens ? opens.index + opens[0].length : 0
      const close = /<\/(?:pre|syntaxhighlight|source)>/i.exec(raw.slice(from))
      if (code === 'indent') push('```')
      if (opens && raw.slice(0, opens.index).trim()) push(inline(raw.slice(0, opens.index)))
      if (opens) push('```')
      const content = close ? raw.slice(from, from + close.index) : raw.slice(from)
      if (content.trim() !== '' || (code === 'tag' && !close)) push(plainCode(content))
      if (close) {
        push('```')
        const rest = raw.slice(from + close.index + close[0].length)
        if (rest.trim()) push(inline(rest))
      }
      code = close ? 'none' : 'tag'
      continue
    }
    const indented = raw.startsWith(' ') && raw.trim() !== '' && index > 0
    if (indented !== (code === 'indent')) push('```')
    code = indented ? 'indent' : 'none'
    if (indented) push(plainCode(raw.slice(1)))
    else pushText(raw, counts, push)
  }
  if (code !== 'none') lines.push({ text: '```', line: firstLine + text.split('\n').length - 1 })
  return lines
}

/** A heading or title: its words without markup. */
export function wikitextToPlain(text: string): string {
  return inline(showTemplates(text).replace(/'{2,5}/g, ''))
    .replace(/\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

function pushText(raw: string, counts: number[], push: (text: string) => void): void {
  const item = /^([*#:;]{1,20})\s{0,20}(.*)$/.exec(raw)
  if (!item) {
    counts.length = 0
    const pieces = inline(raw).split('\n')
    for (const piece of pieces) push(piece)
    return
  }
  const marks = (item[1] ?? '').replace(/[:;]+$/, '')
  const content = inline(item[2] ?? '').replaceAll('\n', ' ')
  if (marks === '') {
    counts.length = 0
    push(content)
    return
  }
  const depth = marks.length - 1
  counts.length = Math.min(counts.length, depth + 1)
  while (counts.length <= depth) counts.push(0)
  counts[depth] = (counts[depth] ?? 0) + 1
  push(`${'  '.repeat(depth)}${marks.endsWith('#') ? `${counts[depth]}.` : '-'} ${content}`)
}

/** Comment and vote templates become the text the page shows; other templates stay as written. */
function showTemplates(text: string): string {
  const ends = matchBraces(text)
  const parts: string[] = []
  let at = 0
  for (const [start, end] of [...ends].sort((a, b) => a[0] - b[0])) {
    if (start < at) continue
    const [name, ...values] = splitBars(text.slice(start + 2, end - 2)).map((piece) => piece.text)
    const sign = SIGNS[(name ?? '').trim().toLowerCase()]
    const shown =
      sign !== undefined
        ? sign + values.join('|').trim()
        : (CHARACTERS[text.slice(start + 2, end - 2)] ?? text.slice(start, end))
    parts.push(text.slice(at, start), shown)
    at = end
  }
  return parts.join('') + text.slice(at)
}

function inline(raw: string): string {
  const linked = raw
    .replace(/<\/?nowiki>/gi, '')
    .replace(IMAGE, '')
    .replace(/\[\[([^[\]|]{1,300})\|([^[\]]{0,500})\]\]/g, (_, target: string, words: string) =>
      wikiLink(target, words),
    )
    .replace(/\[\[([^[\]|]{1,300})\]\]/g, (_, target: string) => target.trim().replace(/^:/, ''))
    .replace(/\[((?:https?|git|ftp):\/\/[^\s[\]]{1,2000})\s{1,20}([^[\]]{1,500})\]/g, '[$2]($1)')
    .replace(/\[((?:https?|git|ftp):\/\/[^\s[\]]{1,2000})\]/g, '[1]($1)')
    .replace(
      /\[mailto:([^\s[\]]{1,200})(?:\s{1,20}([^[\]]{1,200}))?\]/g,
      (_, address: string, name?: string) => (name ? `${name} <${address}>` : address),
    )
  const marked = linked
    .replace(/'{5}([^'\n]{1,2000})'{5}/g, '***$1***')
    .replace(/'{3}([^'\n](?:[^'\n]|'(?!''))*)'{3}/g, '**$1**')
    .replace(/'{2}([^'\n](?:[^'\n]|'(?!'))*)'{2}/g, '*$1*')
    .replace(/<br\s?\/?>/gi, '\n')
    .replace(/<(?:code|tt|kbd)>([^<>\n]{0,2000})<\/(?:code|tt|kbd)>/gi, '`$1`')
    .replace(
      /<\/?(?:span|div|small|big|u|s|p|center|font|sub|sup|ref|nowiki|b|i|strong|em|del|ins)\b[^<>]{0,300}>/gi,
      '',
    )
  return showNowiki(decodeEntities(marked)).trimEnd()
}

function plainCode(raw: string): string {
  return showNowiki(decodeEntities(raw.replace(/<\/?nowiki>/gi, '')))
}

/** A link with other words than its target keeps the target behind `wiki:`, so that it can be written back. */
function wikiLink(target: string, words: string): string {
  const page = target.trim()
  if (/^(?:user|user talk)\s?:/i.test(page) || words.trim() === page || words.trim() === '')
    return words.trim() || page
  return `[${words.trim()}](wiki:${page.replaceAll(' ', '_')})`
}
