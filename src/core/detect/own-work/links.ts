// The words that may stand between a subject and a verb of work, and what they say of how he stands to it: "I am |
// currently | thinking | about | writing". In: a text and a place. Out: the links that begin there. Data, mostly.

/** What a link says of the author's stance; `passes` says nothing of it. */
export type Role =
  | 'passes'
  | 'be'
  | 'past'
  | 'have'
  | 'can'
  | 'would'
  | 'should'
  | 'will'
  | 'plans'
  | 'wants'
  | 'willing'
  | 'weighs'
  | 'begun'
  | 'tries'
  | 'time'

export interface Link {
  readonly role: Role
  /** Where the text goes on, behind the blanks and a comma. */
  readonly end: number
}

/** Regular verbs in all their forms. */
const forms = (verbs: string): string =>
  words(verbs)
    .flatMap((verb) =>
      verb.endsWith('e')
        ? [verb, `${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`]
        : [verb, `${verb}s`, `${verb}ed`, `${verb}ing`],
    )
    .join(' ')
const words = (list: string): string[] => list.split(/\s+/).filter(Boolean)

/** Words, and phrases written with `_`, by what they say. A word that stands twice says the last. */
const LEXICON: readonly (readonly [Role, string])[] = [
  [
    'passes',
    `now also just still already then soon next first again too both all even maybe perhaps always indeed instead
    meanwhile anyway sometime someday today tomorrow tonight here there myself ourselves of_course at_least at_some_point
    sort_of kind_of a_bit a_little very very_much much quite rather so more most pretty right_now at_the_moment
    these_days in_fact at_present by_now so_far once_more hereby thus hence therefore well long ever super not_only not
    more_than
    has do did does got to on of in at about with into toward towards for around round and out by whether
    able capable manage manages managed managing find finding ${forms('continue keep')} kept proceed proceeding
    carry_on carrying_on go going go_on going_on help helping help_out helping_out ${forms('assist')}
    the_one_who the_person_who the_guy_who the_one_who'll the_one_that the_person_that
    feasibility evenings days weeks weekends cycles`,
  ],
  ['have', 'have'],
  ['be', 'am are is be been being'],
  ['past', 'was were had'],
  ['can', 'can could may might'],
  ['would', 'would'],
  ['should', 'should must'],
  ['will', 'will shall gonna going_to have_to has_to need_to need wanna'],
  [
    'plans',
    `plan plans planned planing planning ${forms('intend aim')} promise promised promising agree agreed
    decide decided committed ${forms('volunteer')} offered resolved set_out expect expecting sign_up signed_up signing_up
    step_up stepped_up stepping_up scheduled about tasked assigned asked hired paid instructed chosen selected given`,
  ],
  [
    'wants',
    `${forms('want wish')} like love hope hopes hoped hoping aspire aspires aspiring keen eager excited thrilled delighted
    interested enthusiastic passionate look_forward looking_forward itching dying motivated determined honoured honored
    fascinated intrigued dream dreaming wait`,
  ],
  [
    'willing',
    `happy glad pleased willing ready inclined tempted up_for up_to open curious mind see_myself see_ourselves
    imagine_myself imagine_ourselves fine free available`,
  ],
  [
    'weighs',
    `think thinks thinking thought ${forms('consider ponder contemplate evaluate')} toy toyed toying play played playing
    muse mused musing flirting weighing discussing debating`,
  ],
  [
    'begun',
    `${forms('start embark resume jump')} begin began begun beginning get getting gett set_about setting_about dive dived
    diving went_ahead go_ahead going_ahead ended_up wound_up busy occupied engaged immersed halfway half-way half_way
    through knee-deep deep hard_at_work at_work in_the_middle in_the_midst in_the_process in_the_course spend spent
    spending allocated reserved set_aside in_charge responsible`,
  ],
  [
    'tries',
    `try trying tried ${forms('attempt')} seeking struggling look looked looking have_a_look having_a_look taking_a_look
    take_a_look have_a_closer_look take_a_closer_look investigate investigated investigating explore explored exploring
    ${forms('research')} see_if_I see_whether_I see_how_I see_if_we see_whether_we see_how_we`,
  ],
]

interface Phrase {
  readonly role: Role
  /** The words behind the first, lower-case. */
  readonly more: readonly string[]
}

/** By first word, the longest phrase first. */
const PHRASES: ReadonlyMap<string, readonly Phrase[]> = readLexicon()

function readLexicon(): Map<string, Phrase[]> {
  const phrases = new Map<string, Phrase[]>()
  for (const [role, list] of LEXICON)
    for (const entry of words(list.toLowerCase())) {
      const [first, ...more] = entry.split('_') as [string, ...string[]]
      const others = (phrases.get(first) ?? []).filter((each) => each.more.join(' ') !== more.join(' '))
      phrases.set(
        first,
        [...others, { role, more }].sort((a, b) => b.more.length - a.more.length),
      )
    }
  return phrases
}

const SPAN =
  '(?:the|my|our|a|an|some|last|past|next|coming|following|few|couple|of|free|spare|several|quite|two|three|four|long|this)'
/** Links of more than fixed words. */
const OPEN: readonly {
  readonly role: Role
  readonly pattern: RegExp
  readonly starts: ReadonlySet<string>
}[] = [
  {
    // "for the last two weeks", "next month".
    role: 'passes',
    pattern: new RegExp(
      String.raw`(?:(?:for|in|over|during|within|since|until|after|by|on)\s+(?:${SPAN}\s+){0,5}|(?:${SPAN}\s+){1,4})(?:days?|weeks?|months?|years?|while|time|weekends?|evenings?|nights?|summer|winter|spring|autumn|fall|semester|term|moment|meantime|meanwhile|future|parallel|background|holidays?|vacation|cycle|quarter|now|\d+)(?=[\s,])`,
      'iy',
    ),
    starts: new Set(
      words(`for in over during within since until after by on the my our a an some last past next coming following few
      couple of free spare several quite two three four long this`),
    ),
  },
  {
    // "the time", "a strong interest", "most of my evenings".
    role: 'time',
    pattern:
      /(?:(?:an?|the|some|any|strong|great|keen|deep|real|special|particular|concrete|every|my|our|most\s+of|all|lot\s+of|spare|free)\s+){0,4}(?:time|opportunity|chance|possibility|feasibility|evenings|days|weeks|weekends|cycles|capacity|bandwidth|resources)(?=[\s,])/iy,
    starts: new Set(
      words(`a an the some any strong great keen deep real special particular concrete every my our most all lot spare free
      time opportunity chance possibility feasibility evenings days weeks weekends cycles capacity bandwidth resources`),
    ),
  },
  {
    role: 'plans',
    pattern:
      /(?:(?:an?|the|some|any|strong|concrete|every|my|our)\s+){0,3}(?:plans?|intentions?|idea|task|job)(?=[\s,])/iy,
    starts: new Set(
      words('a an the some any strong concrete every my our plan plans intention intentions idea task job'),
    ),
  },
  {
    role: 'wants',
    pattern:
      /(?:(?:an?|the|some|any|strong|great|keen|deep|real|special|particular|my|our)\s+){0,4}(?:interest|desire|ambition|motivation)(?=[\s,])/iy,
    starts: new Set(
      words(
        'a an the some any strong great keen deep real special particular my our interest desire ambition motivation',
      ),
    ),
  },
  {
    // "taken it upon myself", "taking the liberty".
    role: 'passes',
    pattern:
      /(?:tak(?:e|en|ing)|took)\s+(?:it\s+(?:up)?on\s+(?:me|myself|us|ourselves)|(?:it\s+)?upon\s+(?:me|myself|us|ourselves)|the\s+(?:liberty|opportunity|task|job|time))(?=[\s,])/iy,
    starts: new Set(['take', 'taken', 'taking', 'took']),
  },
  {
    // "at the summit", "by my employer", "with Lars": where and with whom.
    role: 'passes',
    pattern:
      /(?:on\s+(?:the\s+list|IRC|github|\S+-devel)|(?:at|by|with|together\s+with|during|from)\s+(?:(?:the|my|our|a|an|some|last)\s+)?[\w'-]+(?:\s+(?:list|meeting|team|and\s+\w+|(?-i:[A-Z])[\w-]*))?)(?=[\s,])/iy,
    starts: new Set(['on', 'at', 'by', 'with', 'together', 'during', 'from']),
  },
  {
    // "design and": the second of two verbs is the one that counts.
    role: 'passes',
    pattern: /\w+\s+and(?=\s+\w)/iy,
    starts: new Set(),
  },
]

const WORD = /[\w'-]+/y
const GAP = /(?:\s*,)?\s+/y

/** Every link that begins at `at`, the longest first. */
export function linksAt(text: string, at: number): Link[] {
  WORD.lastIndex = at
  const word = WORD.exec(text)?.[0].toLowerCase()
  if (word === undefined) return []
  const links: Link[] = []
  const add = (role: Role, to: number): void => {
    GAP.lastIndex = to
    if (GAP.test(text)) links.push({ role, end: GAP.lastIndex })
  }
  for (const { role, more } of PHRASES.get(word) ?? []) {
    const end = endOf(text, at + word.length, more)
    if (end >= 0) add(role, end)
  }
  if (links.length === 0 && word.length > 4 && word.endsWith('ly')) add('passes', at + word.length)
  for (const { role, pattern, starts } of OPEN) {
    if (starts.size > 0 && !starts.has(word)) continue
    pattern.lastIndex = at
    if (pattern.test(text)) add(role, pattern.lastIndex)
  }
  return links.sort((a, b) => b.end - a.end)
}

/** Where the words end when they stand at `at`, each behind blanks; -1 when they do not. */
function endOf(text: string, at: number, more: readonly string[]): number {
  let end = at
  for (const word of more) {
    GAP.lastIndex = end
    if (!GAP.test(text)) return -1
    WORD.lastIndex = GAP.lastIndex
    const next = WORD.exec(text)
    if (next?.[0].toLowerCase() !== word) return -1
    end = WORD.lastIndex
  }
  return end
}
