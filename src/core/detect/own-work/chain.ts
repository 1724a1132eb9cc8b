// Reads on from a lead over the links to a verb of work: "I | have just | started | writing | a driver". In: a sentence
// and a lead. Out: the first such chain. Refuses what is no link; one strange word is let pass before a plain "-ing".
import { type Link, linksAt, type Role } from './links.ts'
import { otherVerbAt, verbAt, type WorkVerb } from './verbs.ts'

export interface Chain {
  /** Where the lead begins. */
  readonly index: number
  /** From the lead to the end of the verb. */
  readonly text: string
  readonly verb: WorkVerb
  /** What the links say, and the contraction at the lead's end. */
  readonly roles: ReadonlySet<Role>
  /** Who speaks, where the lead has a group for him. */
  readonly subject: string | undefined
}

const MOST_LINKS = 9

/** The first chain that begins with `lead`, a global pattern; null when none does. */
export function findChain(text: string, lead: RegExp): Chain | null {
  lead.lastIndex = 0
  for (let match = lead.exec(text); match; match = lead.exec(text)) {
    const from = lead.lastIndex
    const told = rolesOfLead(match[0])
    const way = readOn(text, from, MOST_LINKS, new Set(), told[0] ?? null)
    if (way) {
      const roles = new Set([...told, ...way.links.map((link) => link.role)])
      const end = way.at + way.verb.text.length
      return {
        index: match.index,
        text: text.slice(match.index, end),
        verb: way.verb,
        roles,
        subject: match.groups?.['subject'],
      }
    }
    // A lead may begin within this one: "I think we will …".
    lead.lastIndex = Math.max(match.index + 1, 1)
  }
  return null
}

interface Way {
  readonly links: readonly Link[]
  readonly verb: WorkVerb
  readonly at: number
}

/** The way with the fewest links; `dead` holds the places from which there is none, `before` what stood before. */
function readOn(text: string, at: number, left: number, dead: Set<number>, before: Role | null): Way | null {
  if (dead.has(at)) return null
  const verb =
    verbAt(text, at) ??
    (before === 'begun' && BEGUN_TO.test(text.slice(0, at)) ? otherVerbAt(text, at) : null)
  if (verb) return { links: [], verb, at }
  if (left > 0)
    for (const link of [...linksAt(text, at), ...strangeAt(text, at, before)]) {
      const way = readOn(text, link.end, left - 1, dead, link.role === 'passes' ? before : link.role)
      if (way) return { ...way, links: [link, ...way.links] }
    }
  dead.add(at)
  return null
}
/** "I have started to …". */
const BEGUN_TO = /\b(?:started|begun|began|starting|beginning)\s+(?:to\s+)?$/i
/** "I'm current working on", "we are merrily hacking on": one word of any kind before a plain "-ing". */
const STRANGE = /[a-z-]{3,}\s+(?=(?:working|hacking)\s+on\b)/iy

function strangeAt(text: string, at: number, before: Role | null): Link[] {
  STRANGE.lastIndex = at
  return before === 'be' && STRANGE.test(text) ? [{ role: 'passes', end: STRANGE.lastIndex }] : []
}

/** "I'm", "we'll", "my plan is to": what the lead itself says. */
function rolesOfLead(lead: string): Role[] {
  const roles: Role[] = []
  for (const [role, pattern] of LEAD_ROLES) if (pattern.test(lead)) roles.push(role)
  return roles
}
const LEAD_ROLES: readonly (readonly [Role, RegExp])[] = [
  ['be', /(?:'(?:m|re|s)|\bim|\b(?:am|are|is))\s+$/i],
  ['have', /(?:'ve|\bhave)\s/i],
  ['will', /(?:'ll|\bI\s?ll|\bwill|\bgoing\s+to)\s+$/i],
  ['would', /'d\s+$|\bwould\b/i],
  ['past', /\bwas\b/i],
  ['plans', /\b(?:plan|intention|goal|idea|aim|task|job|assignment|role|step)\b/i],
  ['wants', /\b(?:hope|wish|dream|pleasure|ambition|honou?r)\b/i],
]
