// The programme flag of an entry: yes, no, unknown, not applicable, or yes or no under a condition, which is kept.
import type { CatalogueEntry } from '../model/entry.ts'

/** Reads the GSoC field; null means the page has no such field. The template prints `Unknown` where nothing is given. */
export function readGsoc(raw: string | null): CatalogueEntry['gsoc'] {
  if (raw === null) return { value: 'unknown', note: null, raw }
  const text = raw.trim()
  if (/^unknown$/i.test(text)) return { value: 'unknown', note: null, raw: text, default: true }
  if (/^(?:n\s?\/\s?a|not applicable)$/i.test(text)) return { value: 'not_applicable', note: null, raw: text }
  const answer = /^(yes|no|true|false)\b/i.exec(text)?.[1]?.toLowerCase()
  if (answer === undefined) return { value: 'unknown', note: text === '' ? null : text, raw: text }
  const yes = answer === 'yes' || answer === 'true'
  const note = text.slice(answer.length).replace(/^[\s,;:.!–-]+/, '') || null
  if (note === null) return { value: yes ? 'yes' : 'no', note, raw: text }
  return { value: yes || /^(?:unless|except|but|if)\b/i.test(note) ? 'conditional' : 'no', note, raw: text }
}
