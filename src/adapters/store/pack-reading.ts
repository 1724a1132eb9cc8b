// A reading as it lies in the store: JSON whose text is only the author's own words, each piece with its place. The rest
// of the text, most of an archive's bytes, is in the raw mail and would be stored, and parsed, twice. Beside it stands
// what threading needs, so that an archive is threaded without looking at whole readings.
import type { Reading } from '../../core/model/reading.ts'
import type { PackedReading, ThreadNodeRow } from '../../ports/store.ts'

interface PackedText {
  readonly length: number
  readonly pieces: readonly (readonly [start: number, text: string])[]
}

export function packReading(reading: Reading): PackedReading {
  const { text, ...message } = reading.message
  const pieces = message.own.map(({ start, end }) => [start, text.slice(start, end)] as const)
  const packed: PackedText = { length: text.length, pieces }
  const { id, at, author, topic, subject, references, patch } = message
  const node: ThreadNodeRow = { id, at, author, topic, subject, references, patch, series: reading.series }
  return { node: JSON.stringify(node), reading: JSON.stringify({ ...reading, message, packed }) }
}

/** The reading without what only its row needs: little to hand from thread to thread, enough to know the message by. */
export function emptyReading(reading: Reading): Reading {
  const { text, to, cc, own, subject, topic, ...message } = reading.message
  return {
    ...reading,
    message: { ...message, text: '', to: [], cc: [], own: [], subject: '', topic: '' },
    signals: [],
  }
}

/** The reading with blanks in its text wherever the words are not the author's own, so that every offset still holds. */
export function unpackReading(json: string): Reading {
  const { packed, message, ...rest } = JSON.parse(json) as Omit<Reading, 'message'> & {
    message: Omit<Reading['message'], 'text'>
    packed: PackedText
  }
  let text = ''
  for (const [start, piece] of packed.pieces) {
    if (start > text.length) text += ' '.repeat(start - text.length)
    text += piece
  }
  if (text.length < packed.length) text += ' '.repeat(packed.length - text.length)
  return { ...rest, message: { ...message, text } }
}
