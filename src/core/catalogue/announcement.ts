// A blog post that announces accepted projects: title, student, paragraph, again and again, between framing paragraphs.
// Also the later form with labels (`GSoC Student: …`, `Mentor(s): …`).
import {
  type FieldLine,
  type FieldName,
  fieldText,
  type PageReading,
  type PageRecord,
} from './page-record.ts'

const PROGRAMME = /\bgoogle summer of code\b|\bgsoc\b|\boutreachy\b|\boutreach program\b/i
const GSOC = /\bgoogle summer of code\b|\bgsoc\b/i
const STUDENT = /^(?:[A-Za-z0-9]{2,12} )?(?:student|intern)s?\s?:\s?(.*)$/i
const MENTOR = /^mentor(?:s|\(s\))?\s?:\s?(.*)$/i
const NAME = /^\p{Lu}[\p{L}\p{M}'’.-]{0,30}(?: (?:\p{Lu}[\p{L}\p{M}'’.-]{0,30}|de|da|van|von|der|den)){1,4}$/u
const LONGEST_TITLE = 140
const SHORTEST_PARAGRAPH = 80
const FEWEST_PROJECTS = 2

interface Line {
  readonly text: string
  readonly line: number
}

/** Reads an announcement; null when the text is none (no programme named, or fewer than two projects found). */
export function readAnnouncement(lines: readonly string[], firstLine: number): PageReading | null {
  const filled = lines
    .map((text, index) => ({ text: text.replaceAll('\u00a0', ' ').trim(), line: firstLine + index }))
    .filter((line) => line.text !== '')
  const frame = filled
    .slice(0, 4)
    .map((line) => line.text)
    .join(' ')
    .slice(0, 4000)
  if (!isAnnouncementFrame(frame)) return null
  const gsoc = GSOC.test(frame)
  const records: PageRecord[] = []
  for (let index = 0; index < filled.length; index++) {
    const found = projectAt(filled, index, gsoc)
    if (!found) continue
    records.push(found.record)
    index = found.last
  }
  if (records.length < FEWEST_PROJECTS) return null
  return { title: null, revision: null, revised: null, records, lists: [], remarks: [] }
}

/** Whether the first paragraph of a text may be that of an announcement: it names a programme and its students. */
export function isAnnouncementFrame(text: string): boolean {
  return PROGRAMME.test(text) && /\b(?:students?|interns?|participants?)\b/i.test(text)
}

function projectAt(
  lines: readonly Line[],
  index: number,
  gsoc: boolean,
): { record: PageRecord; last: number } | null {
  const title = lines[index]
  const person = lines[index + 1]
  if (!title || !person || !isTitle(title.text)) return null
  const labelled = STUDENT.exec(person.text)?.[1]
  if (labelled === undefined && !NAME.test(person.text)) return null
  const student = labelled === undefined ? person.text : (labelled.split(',', 1)[0] ?? '')
  const mentor = MENTOR.exec(lines[index + 2]?.text ?? '')?.[1]
  const from = index + (mentor === undefined ? 2 : 3)
  const paragraph: FieldLine[] = []
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] as Line
    const follows =
      paragraph.length > 0 &&
      (line.text.length < SHORTEST_PARAGRAPH || startsProject(lines, at) || at > from + 20)
    if (follows || (paragraph.length === 0 && line.text.length < SHORTEST_PARAGRAPH)) break
    paragraph.push(line)
    if (labelled === undefined) break
  }
  if (paragraph.length === 0) return null
  const contact = `${mentor === undefined ? '' : `Mentor: ${mentor}; `}Student: ${student}`
  const fields = new Map<FieldName, readonly FieldLine[]>([
    ['contact', [{ text: contact, line: person.line }]],
    ['description', [{ text: fieldText(paragraph) ?? '', line: paragraph[0]?.line ?? title.line }]],
  ])
  if (gsoc) fields.set('gsoc', [{ text: 'yes', line: title.line }])
  const record = {
    title: title.text,
    line: title.line,
    section: [],
    fields,
    extra: {},
    template: false,
    accepted: true,
  }
  return { record, last: from + paragraph.length - 1 }
}

function startsProject(lines: readonly Line[], index: number): boolean {
  const [title, person] = [lines[index]?.text ?? '', lines[index + 1]?.text ?? '']
  return isTitle(title) && (STUDENT.test(person) || NAME.test(person))
}

function isTitle(text: string): boolean {
  return (
    text.length >= 4 &&
    text.length <= LONGEST_TITLE &&
    !/[.!:;,]$|[.!?]\s/.test(text) &&
    !NAME_LABEL.test(text)
  )
}

const NAME_LABEL = /^(?:mentor|student|intern)/i
