// Does a sentence name something else than what its thread is about? In: the signal, its mail, what the thread means. Out:
// the words that show it, or null.
import type { Message } from '../model/message.ts'
import type { Signal } from '../model/signal.ts'
import { isPartName } from './part-names.ts'
import { EMPTY_WORDS, PLAIN_WORDS } from './plain-words.ts'
import type { FieldReader } from './query-field.ts'
import type { ThreadMeaning } from './thread-meaning.ts'
import { wordsOf } from './words.ts'

const OTHER = /^(?:an|the|some|any)?\s*(?:other|another|different|separate)\b/i

/** The words by which the signal's phrase shows that it means something else than its thread, or null. */
export function namesOther(
  signal: Signal,
  message: Message,
  thread: ThreadMeaning,
  read: FieldReader,
): string | null {
  const phrase = signal.project
  if (!phrase) return null
  if (OTHER.test(phrase.trim())) return phrase
  const known = knownWords(message, thread)
  const { found } = read({ kind: 'naming', text: phrase.slice(0, MOST_PHRASE), weight: 1 })
  for (const word of found.keys()) if (known.has(word)) return null
  const pointing = POINTING_BACK.test(phrase)
  const strange: string[] = []
  let strangeness = 0
  for (const [written] of phrase.slice(0, MOST_PHRASE).replace(POSSESSIVE, ' ').matchAll(WORD)) {
    const [word] = wordsOf(written)
    if (!word || known.has(word) || PLAIN_WORDS.has(word) || EMPTY_WORDS.has(word)) continue
    if (isPartName(word)) return written
    if (pointing || VERSION.test(word)) continue
    if (COINED.test(written)) return written
    strangeness += written === written.toLowerCase() ? 1 : 2
    strange.push(written)
  }
  return strangeness >= MOST_STRANGE ? strange.join(' ') : null
}

const MOST_PHRASE = 400
/** So many words unknown to the thread, names twice, describe something of their own. */
const MOST_STRANGE = 4
const POINTING_BACK = /\b(?:this|these|those|that|it|them|your|his|her|their)\b/i
const VERSION = /^v\d+$/
/** `KEXEC`, `libFoo`, `foo_bar`: made-up names, where a capital alone may be a person's. */
const COINED = /[A-Z]{3}|[a-z][A-Z]|_/

/** Words of the topic, of the thread's entry, and of the names of those who write to each other. */
function knownWords(message: Message, thread: ThreadMeaning): Set<string> {
  const { title = '', aliases = [], keywords = [] } = thread.entry ?? {}
  const people = [message.author, ...message.to, ...message.cc].slice(0, 30).map((person) => person.name)
  return new Set(
    [message.topic, thread.topic, title, ...aliases, ...keywords, ...people].flatMap((text) =>
      wordsOf(text, 300),
    ),
  )
}

/** `Kim's` is a person's. */
const POSSESSIVE = /[\p{L}\p{N}]+['’]s?(?=\s|$)/gu
const WORD = /[\p{L}\p{N}_]+/gu
