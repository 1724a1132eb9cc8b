// The weekly digest of one list: in go its rows and the operator's templates, out come subject, text, HTML and JSON.
// It stays near 40 lines: every section says "and N more" instead of growing. Refuses when a template is broken.
import { isoInstant } from '../model/time.ts'
import { shorten, wrapText } from './clean-text.ts'
import { type DigestInput, type DigestRows, digestRows } from './digest-rows.ts'
import { weekInWords } from './digest-week.ts'
import { renderTemplate, type TemplateRefusal, type Templates } from './render-template.ts'

/** Who speaks, and where the reader may ask back. */
export interface DigestFrame {
  readonly community: string
  readonly bot: { readonly name: string; readonly address: string }
  /** Whom to tell when a row is wrong. */
  readonly operator: string
}

export interface Digest {
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly json: DigestJson
  /** False when nothing changed and nobody waits: then no mail is better than this one. */
  readonly worthSending: boolean
}

/** The digest with all rows, for machines. */
export interface DigestJson extends DigestRows {
  readonly list: string
  readonly week: string
  readonly from: string
  readonly to: string
  readonly zone: string
}

export type ComposedDigest =
  | { readonly ok: true; readonly digest: Digest }
  | { readonly ok: false; readonly refusal: TemplateRefusal }

/** Text lines that rows may fill; the frame around them takes about fifteen more. */
const ROW_LINES = 27
const WIDTH = 76

export function composeDigest(input: DigestInput, frame: DigestFrame, templates: Templates): ComposedDigest {
  const rows = digestRows(input)
  const phrased = phraseChanges(rows, templates)
  if (!phrased.ok) return phrased
  const shown = fitRows({ ...rows, changed: phrased.rows })
  const data = {
    ...frame,
    list: input.list.id,
    week: input.week.week,
    weekInWords: weekInWords(input.week),
    totals: rows.totals,
    programmes: programmesInWords(rows),
    ...shown,
    wrap: (text: string, indent = '', first = indent) => wrapText(text, WIDTH, indent, first),
  }
  const subject = renderTemplate(templates, 'digest.subject.eta', data)
  if (!subject.ok) return subject
  const text = renderTemplate(templates, 'digest.text.eta', data)
  if (!text.ok) return text
  const html = renderTemplate(templates, 'digest.html.eta', data)
  if (!html.ok) return html
  const digest: Digest = {
    subject: shorten(subject.text.replace(/\s+/g, ' ').trim(), 200),
    text: `${text.text.trimEnd()}\n`,
    html: html.text,
    json: jsonOf(input, rows),
    worthSending: rows.changed.length > 0 || rows.waiting.length > 0,
  }
  return { ok: true, digest }
}

/** `GSoC`, `GSoC and Outreachy`: the programmes whose threads are shown, as they write themselves. */
function programmesInWords(rows: DigestRows): string {
  const tags = [...new Set(rows.tagged.map((row) => row.programme))].sort()
  return tags
    .map((tag) => (tag === 'gsoc' ? 'GSoC' : tag.charAt(0).toUpperCase() + tag.slice(1)))
    .join(' and ')
}

type Phrased = DigestRows['changed'][number] & { readonly phrase: string }

/** Gives each change its words: `change.text.eta` is asked once a row, so that text and HTML say the same. */
function phraseChanges(
  rows: DigestRows,
  templates: Templates,
): { ok: true; rows: Phrased[] } | { ok: false; refusal: TemplateRefusal } {
  const phrased: Phrased[] = []
  for (const row of rows.changed) {
    const phrase = renderTemplate(templates, 'change.text.eta', row)
    if (!phrase.ok) return phrase
    phrased.push({ ...row, phrase: phrase.text.replace(/\s+/g, ' ').trim() })
  }
  return { ok: true, rows: phrased }
}

interface Section<Row> {
  readonly rows: readonly Row[]
  readonly all: number
  readonly more: number
}

interface Shown {
  readonly changed: Section<Phrased>
  readonly waiting: Section<DigestRows['waiting'][number]>
  readonly tagged: Section<DigestRows['tagged'][number]>
  readonly free: Section<DigestRows['free'][number]>
}

/**
 * Shares the lines among the sections: in turns, changes taking two rows a turn, the others one, until the lines are
 * used up. Every section shows at least two rows, if it has them.
 */
function fitRows(rows: Omit<DigestRows, 'changed'> & { readonly changed: readonly Phrased[] }): Shown {
  const costs = [
    rows.changed.map((row) => lines(`${row.title}: ${row.phrase}`) + lines(row.sentence) + lines(row.link)),
    rows.waiting.map((row) => lines(`${row.who}: ${row.subject}`) + lines(row.link)),
    rows.tagged.map((row) => lines(`${row.subject} ${row.title ?? ''}`) + lines(row.link)),
    rows.free.map(() => 1),
  ]
  const taken = [0, 0, 0, 0]
  let left = ROW_LINES
  for (let turn = 0, moved = true; moved; turn++) {
    moved = false
    for (const [section, quota] of [2, 1, 1, 1].entries())
      for (let nth = 0; nth < quota; nth++) {
        const at = taken[section] as number
        const cost = costs[section]?.[at]
        if (cost === undefined || (cost > left && turn > 1)) continue
        taken[section] = at + 1
        left -= cost
        moved = true
      }
  }
  const cut = <Row>(all: readonly Row[], shown: number | undefined): Section<Row> => ({
    rows: all.slice(0, shown),
    all: all.length,
    more: all.length - (shown ?? 0),
  })
  return {
    changed: cut(rows.changed, taken[0]),
    waiting: cut(rows.waiting, taken[1]),
    tagged: cut(rows.tagged, taken[2]),
    free: cut(rows.free, taken[3]),
  }
}

function lines(text: string | null): number {
  return text === null ? 0 : wrapText(text, WIDTH - 4).split('\n').length
}

function jsonOf(input: DigestInput, rows: DigestRows): DigestJson {
  return {
    list: input.list.id,
    week: input.week.week,
    from: isoInstant(input.week.from),
    to: isoInstant(input.week.to),
    zone: input.week.zone,
    ...rows,
  }
}
