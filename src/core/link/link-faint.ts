// Statements that count only when they name an entry: by its name, or as an aspect of the part in their subject (`other
// events like tilt` under a subject with the ZQM42600). In: the signal and its mail. Out: the linked signal, or null.
import type { LinkEvidence, LinkedSignal } from '../model/link.ts'
import type { Message } from '../model/message.ts'
import type { Signal } from '../model/signal.ts'
import { SUBJECT } from './antecedent.ts'
import type { CatalogueIndex } from './catalogue-index.ts'
import { linked } from './link-signal.ts'
import { lookUp } from './look-up.ts'
import type { FieldReader, QueryText } from './query-field.ts'
import { chooseSure, forSentences, type LinkSettings } from './sureness.ts'

/** Kinds of evidence that a phrase is an entry's name, not only like it. */
const NAMES: ReadonlySet<LinkEvidence> = new Set(['url', 'anchor', 'slug', 'title', 'keyword'])

/** Null when the phrase is nobody's name, and then nothing was said. */
export function linkFaint(
  signal: Signal,
  message: Message,
  index: CatalogueIndex,
  settings: LinkSettings,
  read: FieldReader,
): LinkedSignal | null {
  if (signal.project === null) return null
  const sure = forSentences(settings)
  const phrase: QueryText = { kind: 'naming', text: signal.project, weight: 1 }
  const subject: QueryText = { kind: 'context', text: message.topic, weight: SUBJECT }
  const own = lookUp(index, [phrase], read)
  const named = chooseSure(own, sure)
  if (named) return named.reasons.some((reason) => NAMES.has(reason.kind)) ? linked(signal, named) : null
  const aspect = chooseSure(lookUp(index, [phrase, subject], read), sure)
  const isInSubject = lookUp(index, [subject], read).some(
    ({ entry, score }) => entry === aspect?.entry && score >= sure.threshold,
  )
  return aspect && !isInSubject ? linked(signal, aspect) : null
}
