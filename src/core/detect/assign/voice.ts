// What the rows of assignments share: what a person's name looks like, and how likely the named one is meant.
// In: a match with the group `who`. Out: log-odds, or null where nobody is named. Refuses nothing.
import type { Person } from '../../model/person.ts'
import type { Found } from '../detector.ts'

const NO_PERSON =
  /^(?:myself|this|that|these|those|it|there|what|which|who|he|she|they|we|i|you|linux|kernel|driver|xen|qemu|git|patch|code|everything|nothing|something|anything|work|thanks|yes|no|sure|maybe|perhaps|currently|also|but|and|if|when|while|since|because|the|a|an|one|someone|somebody|anyone|anybody|nobody|everyone|people|folks|still|now|here|not|so|as|my|our|your|hardware|device|chip|sensor|gcc|clang|debian|ubuntu|windows|arm|x86|everybody|userspace|upstream|then|next|each|both|all|only|another|user|google|gsoc|outreachy|congratulations|congrats|sorry|please|hello|hi|dear|well|ok|okay|right|good|great|fine|for|with|could|can|would|should|may|might|will|do|does|did|have|has|is|are|hopefully|just|alright|ack|yep|yeah|true|exactly|understood|given|though|however|ideally)$/i

/** "I was under the impression that Lars was working on it": supposed, asked, not told. */
const SUPPOSED =
  /\b(?:impression|thought|assumed|believed|hoped|wonder\w*|whether|if|unless|not\s+sure)\b[^,;]{0,30}$/i

/** Odds that the named one is a person: best when he is in the mail's From, To or Cc. */
export function personOdds(found: Found): number | null {
  const who = found.match.groups?.['who'] ?? ''
  const first = who.split(/[\s,]+/)[0] ?? ''
  if (first === '' || NO_PERSON.test(first)) return null
  if (SUPPOSED.test(found.sentence.text.slice(0, found.match.index + 1))) return null
  const known =
    who
      .toLowerCase()
      .match(/\p{L}[\p{L}'-]+/gu)
      ?.some((word) => found.context.people.has(word)) ?? false
  if (known) return 0.9
  // "Mira from Orbis", "Mira (in Cc)": introduced as one is a person.
  if (/\s(?:from|at)\s+[A-Z]|\bcc\b|\bhis\b|\bher\b/i.test(found.match[0])) return 0
  if (/\s/.test(who)) return -0.4
  // Any word may begin a sentence with a capital.
  return found.sentence.text.slice(0, found.match.index + found.match[0].indexOf(who)).trim() === ''
    ? -1
    : -0.7
}

/** Who does what in a reply about a patch is mostly about that patch. */
export function lessInReview(found: Found): number | null {
  const odds = personOdds(found)
  return odds === null || found.context.posting ? null : odds - (found.context.review ? 1 : 0)
}

/** Words that open a sentence before a name: "Since Lars is on it". */
const OPENERS =
  '(?:Since|As|But|And|Or|So|If|When|While|Whether|Because|Though|Although|However|Also|Maybe|Perhaps|Currently|Now|Then|Actually|Apparently|Yes|No|Note|Hopefully|Luckily|Fortunately|Unfortunately|Recently|Meanwhile|Given|Additionally|Besides|Anyway|Here|There|You|I|We|Please|Talk|Ask|Adding|Also)'

/** A person's name by its capitals. */
export const BARE_NAME = String.raw`(?<who>(?!${OPENERS}\b)[A-Z]\p{Ll}+(?:-\p{L}\p{Ll}+)?(?:\s+[A-Z][\p{Ll}']+){0,3}(?:(?:\s+(?:and|&)\s+|,\s*)[A-Z]\p{Ll}+(?:\s+[A-Z]\p{Ll}+)?)?)(?:\s+and\s+(?:his|her|their)\s+\w+)?(?:\s+(?:from|at)\s+[A-Z]\w*|\s*\([^)]{1,30}\)|,?\s+(?:\(?in\s+)?[Cc][Cc](?:'?e?d)?\)?,?)?`
/** The same, not behind a preposition or another name. */
export const NAME = String.raw`(?<!\b(?:at|from|of|by|for|with|the|in)\s|\b(?!${OPENERS}\b)[A-Z][a-z][\w-]*\s)${BARE_NAME}`

/** Odds where the sentence itself is about handing out work: only who is no person at all rules it out. */
export function handedOut(found: Found): number | null {
  const { context, match, sentence } = found
  if (context.posting || SUPPOSED.test(sentence.text.slice(0, match.index + 1))) return null
  const first = match.groups?.['who']?.split(/[\s,]+/)[0] ?? ''
  if (first.toLowerCase() !== 'you' && NO_PERSON.test(first)) return null
  return context.review ? -2 : 0
}

/** A task as programmes and lists of work name it. */
export const THING =
  '(?:project|task|topic|idea|internship|grant|bounty|ticket|port|porting|rewrite|job|role|item|entry|slot|implementation|conversion)s?'
/** What may stand before such a participle. */
export const HANDED_ADVERBS = String.raw`(?:(?:now|just|already|hereby|officially|finally|also|all|therefore|indeed|today|both|unanimously)\s+){0,2}`

/** "Priyanka, …", "Hi Oksana, …", "…, Martin.": who is spoken to. */
const SPOKEN_TO =
  /^(?:(?:hi|hello|hey|dear|congrats|congratulations|ok|okay|thanks|then|so|yes|well)[\s,!]+)?([A-Z]\p{Ll}+(?:-\p{L}\p{Ll}+)?)\s*[,!:]|,\s+([A-Z]\p{Ll}+(?:-\p{L}\p{Ll}+)?)\s*(?:[.,;:!)]|$)/gu

/** The person "you" means: he who is called by name, else he to whom the mail is written. */
export function addressee({ sentence, previous, context }: Found): Person {
  let called: string | null = null
  for (const text of [sentence.text, previous.length < 40 ? previous : '']) {
    for (const match of text.matchAll(SPOKEN_TO)) {
      const name = (match[1] ?? match[2])!
      if (NO_PERSON.test(name)) continue
      const person = context.people.get(name.toLowerCase())
      if (person && person.address !== context.message.author.address) return person
      called ??= name
    }
  }
  return context.message.to[0] ?? { name: called ?? 'you', address: '' }
}
