// The weekly digest of one list: in go its rows and the operator's templates, out come subject, text, HTML and JSON.
// It stays near 40 lines: every section says "and N more" instead of growing. Refuses when a template is broken.
import { isoInstant } from '../model/time.ts'
import { shorten, wrapText } from './clean-text.ts'
import { type DigestInput, type DigestRows, digestRows } from './digest-rows.ts'
import { weekInWords } from './digest-week.ts'
import { fitRows } from './fit-rows.ts'
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
  /** False when nothing changed and nobody new waits: then no mail is better than this one. */
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

const WIDTH = 76

export function composeDigest(input: DigestInput, frame: DigestFrame, templates: Templates): ComposedDigest {
  const rows = digestRows(input)
  const phrased = phraseChanges(rows, templates)
  if (!phrased.ok) return phrased
  const shown = showRows({ ...rows, changed: phrased.rows })
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
    worthSending: rows.changed.length > 0 || rows.waiting.some((mail) => mail.isNew),
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

function showRows(rows: Omit<DigestRows, 'changed'> & { readonly changed: readonly Phrased[] }): Shown {
  const { changed, waiting, tagged, free } = rows
  const [changes = 0, mails = 0, threads = 0, entries = 0] = fitRows([
    {
      costs: changed.map(
        (row) => lines(`${row.title}: ${row.phrase} NEW`) + lines(row.sentence) + lines(row.link),
      ),
      quota: 2,
      most: 12,
    },
    {
      costs: waiting.map(
        (row) => lines(`NEW ${row.who} newcomer ${row.day}: ${row.subject}`) + lines(row.link),
      ),
      quota: 1,
      most: 6,
    },
    {
      costs: tagged.map(
        (row) => lines(`${row.subject} about ${row.title ?? ''} last mail ${row.day}`) + lines(row.link),
      ),
      quota: 1,
      most: 6,
    },
    { costs: free.map(() => 1), quota: 1, most: 6 },
  ])
  return {
    changed: cut(changed, changes),
    waiting: cut(waiting, mails),
    tagged: cut(tagged, threads),
    free: cut(free, entries),
  }
}

function cut<Row>(all: readonly Row[], shown: number): Section<Row> {
  return { rows: all.slice(0, shown), all: all.length, more: all.length - shown }
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
