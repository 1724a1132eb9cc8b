// Threads that look after what is there already (`adc: zq7380: fix a race`) are not the work of an entry that asks
// for the thing itself (`Driver for the ZQ7380`). In: a thread's topics and the entry's part names or its title.
// Out: yes or no.
import type { EntryName } from './entry-names.ts'
import { COMMON, TELLING } from './word-weights.ts'
import { foldText, wordsOf } from './words.ts'

const MAKING =
  /\b(?:add(?:s|ing|ed)?|support(?:s|ing)?|introduc\w*|new|initial|basic|driver for|bindings? for)\b/
/** The part is where something is done, not what is made: `add offload support to ZQ4030`. */
const PLACE = /\b(?:to|on|in|into|from|with|of)\s+(?:the\s+)?$/
const NEW_DRIVER = /\b(?:new|add|initial)\b.{0,40}\bdriver\b/

/** Whether a topic announces the making of one of the parts: `add support for ZQ1921`, `zq14001: new driver`. */
function announcesPart(topic: string, parts: readonly string[]): boolean {
  const folded = foldText(topic).slice(0, 300)
  const colon = folded.lastIndexOf(': ')
  const rest = colon < 0 ? folded : folded.slice(colon + 2)
  for (const part of parts) {
    if (colon >= 0 && folded.slice(0, colon).includes(part)) {
      if (NEW_DRIVER.test(rest)) return true
      continue
    }
    const at = rest.indexOf(part)
    if (at >= 0 && MAKING.test(rest) && !PLACE.test(rest.slice(0, at))) return true
  }
  return false
}

const ANNOUNCING =
  /(?:(?:^|[:,]\s*)support(?:s|ing)?|\b(?:add(?:s|ing|ed)?|introduc\w*|implement\w*|port(?:s|ing)?|upstream\w*|enabl\w*|new))\s+(?:(?:initial|basic|new|first|an?|the|support|for|drivers?|of)\s+){0,4}(?:[\p{L}\p{N}]+\s+)?$/u

/** Whether a topic announces the making of a thing by its name: `usb: introduce Orchard QuadUSB frontend`. */
export function announcesThing(topic: string, thing: string): boolean {
  const folded = foldText(topic).slice(0, MOST_TITLE)
  const at = folded.indexOf(thing)
  return at >= 0 && ANNOUNCING.test(folded.slice(0, at))
}

const CHANGE =
  /\b(?:staging|cleanup|rework|fix|refactor|maint[ae]n|missing|improve|conver|move|merg|port|graduat|upstream|support|exten)/g

/** Beginnings of the words by which a title asks for a change to something that exists; empty when it asks for none. */
const changeWords = (title: string): string[] => [...new Set(foldChange(title).match(CHANGE) ?? [])]

/** `clean-up` and `clean up` are one word. */
const foldChange = (text: string): string => foldText(text).replace(/\bclean[-\s]up/g, 'cleanup')

/** Whether one of the texts speaks of the change that the title asks for, if it asks for one. */
export function saysChange(title: string, texts: readonly string[]): boolean {
  const wanted = changeWords(title)
  return (
    wanted.length === 0 ||
    texts.some((text) => {
      const said = foldChange(text)
      return wanted.some((word) => said.includes(word))
    })
  )
}

const MADE = /\b(?:driver|framework|interface|subsystem)s?\b/i

/**
 * Whether topics have the title's telling words only before their colon (`dac: zq-dac: fix a leak`), where the title asks
 * to make a thing (`ZQ DAC driver`): that is the thing's upkeep.
 */
export function staysInComponent(name: EntryName, topics: readonly string[]): boolean {
  if (!MADE.test(name.text) || changeWords(name.text).length > 0) return false
  let met = false
  for (const topic of topics) {
    const colon = topic.lastIndexOf(': ')
    const rest = colon < 0 ? topic : topic.slice(colon + 2)
    if (
      NEW_DRIVER.test(foldText(rest)) ||
      wordsOf(rest).some((word) => (name.weights.get(word) ?? 0) > COMMON)
    )
      return false
    met ||=
      colon >= 0 && wordsOf(topic.slice(0, colon)).some((word) => (name.weights.get(word) ?? 0) >= TELLING)
  }
  return met
}

const TAKING_OUT =
  /\b(?:remov\w*|drop\w*|rip\w* out|rid of|delet\w*|kill\w*|eliminat\w*|retir\w*|(?:stop\w*|no longer|avoid) us\w+)\b/
/** A name as code has it: `orchard_release_scoped`. */
const CODE_NAME = /\b[a-z0-9]+(?:_[a-z0-9]+)+\b/g

/** Whether a topic takes out what the title asks to be taken out: `stop using orchard_scoped()` for “Remove orchard_scoped()”. */
export function takesOut(title: string, topics: readonly string[]): boolean {
  const asked = foldText(title).slice(0, MOST_TITLE)
  if (!TAKING_OUT.test(asked)) return false
  const names: readonly string[] = asked.match(CODE_NAME) ?? []
  return topics.some((topic) => {
    const said = foldText(topic).slice(0, MOST_TITLE)
    return TAKING_OUT.test(said) && (said.match(CODE_NAME) ?? []).some((name) => names.includes(name))
  })
}

const MOST_TITLE = 300

/** Part names by which an entry that asks for nothing more than the part is known; empty when it asks for more. */
export function partsAskedFor(names: readonly EntryName[]): string[] {
  if (names.some((name) => name.aspects.length > 0)) return []
  return names.filter((name) => name.kind !== 'keyword' || name.kin).flatMap((name) => name.parts)
}

/** Whether mails under these topics do what the entry asks for: make its part, or change it in the way its title says. */
export function doesWhatIsAsked(
  names: readonly EntryName[],
  topics: readonly string[],
  texts: readonly string[],
): boolean {
  const parts = partsAskedFor(names)
  if (parts.length === 0) return false
  if (topics.some((topic) => announcesPart(topic, parts))) return true
  const title = names[0]!.text
  return changeWords(title).length > 0 && saysChange(title, [...topics, ...texts])
}
