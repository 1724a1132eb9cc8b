// A programme's name in a subject, with its year: `[GSoC]`, `[GSOC-2019]`, `GSoC'21`, `Google Summer of Code 2015`.
// Never inside words ("existing SoC").
import type { Programme, Tag } from '../model/list.ts'

interface Finder {
  readonly tag: string
  readonly pattern: RegExp
}

const finders = new WeakMap<readonly Programme[], readonly Finder[]>()

/** The first programme named in a bracket, else in the title. */
export function findTag(
  brackets: readonly string[],
  title: string,
  programmes: readonly Programme[],
): Tag | null {
  for (const text of [...brackets, title]) {
    let best: { at: number; tag: Tag } | null = null
    for (const finder of findersOf(programmes)) {
      const match = finder.pattern.exec(text)
      if (!match || (best && best.at <= match.index)) continue
      best = { at: match.index, tag: { programme: finder.tag, year: yearOf(match) } }
    }
    if (best) return best.tag.year === null ? { ...best.tag, year: lonelyYear(title) } : best.tag
  }
  return null
}

/** The one year a title speaks of, when it stands apart from the name: "GSoC proposal 2025". */
function lonelyYear(title: string): number | null {
  const years = new Set(
    [...title.matchAll(/(?<![\p{L}\p{N}._-])20(?:0[5-9]|[1-9]\d)(?![\p{L}\p{N}_-]|\.\d)/gu)].map(
      (match) => match[0],
    ),
  )
  return years.size === 1 ? Number([...years][0]) : null
}

function yearOf(match: RegExpExecArray): number | null {
  const digits = match.groups?.['before'] ?? match.groups?.['full'] ?? match.groups?.['short']
  if (digits === undefined) return null
  const year = digits.length === 2 ? 2000 + Number(digits) : Number(digits)
  return year >= 2005 && year <= 2099 ? year : null
}

function findersOf(programmes: readonly Programme[]): readonly Finder[] {
  const known = finders.get(programmes)
  if (known) return known
  const made = programmes
    .filter((programme) => programme.names.length > 0)
    .map((programme) => ({ tag: programme.tag, pattern: patternOf(programme.names) }))
  finders.set(programmes, made)
  return made
}

/** A two-digit year counts only when glued on or after an apostrophe: "GSoC 10 questions" names no year. */
function patternOf(names: readonly string[]): RegExp {
  const words = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) =>
      name
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean)
        .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('[\\s._-]{0,3}'),
    )
    .join('|')
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:(?<before>20\\d\\d)[\\s._-]{0,3})?(?:${words})(?:[\\s._:'’-]{0,3}(?<full>20\\d\\d)(?!\\d)|[-_]?\\s?['’]?(?<=['’_-]|\\p{L})(?<short>\\d\\d)(?!\\d))?(?!\\p{L})`,
    'iu',
  )
}
