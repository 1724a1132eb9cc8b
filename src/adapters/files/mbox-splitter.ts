// Bytes of an mbox in, chunk by chunk; whole mails out, in order, with the offset of each.
// Memory is bounded by the largest mail: one over the limit is cut there. Bytes before the first postmark are counted, not read.
import type { Instant } from '../../core/model/time.ts'
import { isPostmark, POSTMARK_MAX, type PostmarkStyle, postmarkStyle, postmarkTime } from './postmark.ts'

/** Bytes of one mail that are kept at most; the decoder reads less. */
export const MAIL_MAX = 32 * 1024 * 1024

export interface SplitMail {
  /** Offset of its postmark in the uncompressed stream. */
  readonly offset: number
  /** Offset of what follows it: reading on from there yields the next mail. */
  readonly end: number
  /** The mail without postmark and closing blank line, `>From ` unquoted (mboxrd); its buffer belongs to it alone. */
  readonly raw: Uint8Array<ArrayBuffer>
  readonly deliveredAt: Instant | null
  readonly cut: boolean
}

const LF = 10
const CR = 13
const GREATER = 62
const MARK = Buffer.from('\nFrom ')
const QUOTED = Buffer.from('>From ')

/** Splits one stream: `push` each chunk, take what `mails` yields, and once more with `ended`. */
export class MboxSplitter {
  #window = Buffer.allocUnsafeSlow(4 * 1024 * 1024)
  #filled = 1
  /** Stream offset of the window's first byte: that of a line end imagined before the first line. */
  #base: number
  /** Where the current mail's postmark stands in the window; -1 before the first one. */
  #start = -1
  /** The kept start of a mail over the limit, until its end is found. */
  #oversized: SplitMail | null = null
  /** Everything before this index was searched. */
  #searched = 0
  #style: PostmarkStyle | null
  #first: number | null = null
  readonly #from: number
  readonly #limit: number

  /** `offset` is where the stream begins in the file; `style` is known when it begins in the middle. */
  constructor(offset = 0, style: PostmarkStyle | null = null, limit = MAIL_MAX) {
    this.#from = offset
    this.#base = offset - 1
    this.#window[0] = LF
    this.#style = style
    this.#limit = limit
  }

  /** How the file writes its postmarks; null until the first one was met. */
  get style(): PostmarkStyle | null {
    return this.#style
  }

  /** Bytes before the first postmark: all that were read while there was none. */
  get junk(): number {
    return (this.#first ?? this.#base + this.#filled) - this.#from
  }

  /** Stream offset of the mail that is not complete yet, or of the end of what was read. */
  get offset(): number {
    return this.#oversized?.offset ?? this.#base + (this.#start >= 0 ? this.#start : this.#filled)
  }

  push(chunk: Uint8Array): void {
    if (this.#filled + chunk.length > this.#window.length) this.#makeRoom(chunk.length)
    this.#window.set(chunk, this.#filled)
    this.#filled += chunk.length
  }

  /** The mails that are complete by now; with `ended` also the one that the end of the stream completes. */
  *mails(ended = false): Generator<SplitMail> {
    for (let at = this.#nextPostmark(ended); at >= 0; at = this.#nextPostmark(ended)) {
      yield* this.#current(at)
      this.#start = at
    }
    if (ended) {
      yield* this.#current(this.#filled)
    } else if (this.#start >= 0 && this.#filled - this.#start > this.#limit + POSTMARK_MAX) {
      this.#oversized = this.#mail(this.#filled)
      this.#start = -1
    }
  }

  *#current(end: number): Generator<SplitMail> {
    if (this.#oversized) yield { ...this.#oversized, end: this.#base + end }
    else if (this.#start >= 0) yield this.#mail(end)
    this.#oversized = null
    this.#start = -1
  }

  /** Index of the next postmark, -1 when none is (wholly) there. */
  #nextPostmark(ended: boolean): number {
    const bytes = this.#window.subarray(0, this.#filled)
    for (;;) {
      const at = bytes.indexOf(MARK, this.#searched) + 1
      if (at === 0) break
      const lineEnd = bytes.indexOf(LF, at)
      const end = lineEnd < 0 ? bytes.length : lineEnd
      if (lineEnd < 0 && !ended && end - at <= POSTMARK_MAX) return -1
      this.#searched = at
      if (this.#starts(end - at > POSTMARK_MAX ? '' : bytes.toString('latin1', at, end), at)) return at
    }
    this.#searched = Math.max(this.#searched, this.#filled - MARK.length + 1)
    return -1
  }

  /** Judges the line at index `at`. Behind junk only a line with a date can be the first postmark. */
  #starts(line: string, at: number): boolean {
    const style = this.#style ?? postmarkStyle(line)
    if (!style || !isPostmark(line, style)) return false
    const offset = this.#base + at
    if (this.#style === null && style === 'bare' && offset !== this.#from) return false
    this.#style = style
    this.#first ??= offset
    return true
  }

  #mail(end: number): SplitMail {
    const bytes = this.#window
    const lineEnd = bytes.indexOf(LF, this.#start)
    const from = lineEnd < 0 || lineEnd >= end ? end : lineEnd + 1
    const cut = end - from > this.#limit
    const to = cut ? from + this.#limit : withoutBlankLine(bytes, from, end)
    return {
      offset: this.#base + this.#start,
      end: this.#base + end,
      raw: unquote(bytes.subarray(from, to)),
      deliveredAt: postmarkTime(
        bytes.toString('latin1', this.#start, Math.min(from, this.#start + POSTMARK_MAX)),
      ),
      cut,
    }
  }

  #makeRoom(length: number): void {
    const keep = this.#start >= 0 ? this.#start : this.#searched
    const kept = this.#filled - keep
    const target =
      kept + length > this.#window.length ? Buffer.allocUnsafeSlow(2 * (kept + length)) : this.#window
    this.#window.copy(target, 0, keep, this.#filled)
    this.#window = target
    this.#base += keep
    this.#filled = kept
    this.#searched -= keep
    if (this.#start >= 0) this.#start = 0
  }
}

/** The blank line that ends a mail in an mbox belongs to the file, not to the mail. */
function withoutBlankLine(bytes: Buffer, from: number, end: number): number {
  if (end - from < 2 || bytes[end - 1] !== LF) return end
  if (bytes[end - 2] === LF) return end - 1
  const crlf = bytes[end - 2] === CR && bytes[end - 3] === LF && end - from >= 3
  return crlf ? end - 2 : end
}

/** Copies the region, taking one `>` off every line of `>`…`>From ` (mboxrd). */
function unquote(region: Buffer): Uint8Array<ArrayBuffer> {
  const drops: number[] = []
  for (let hit = region.indexOf(QUOTED); hit >= 0; hit = region.indexOf(QUOTED, hit + QUOTED.length)) {
    let first = hit
    while (first > 0 && region[first - 1] === GREATER) first--
    if (first === 0 || region[first - 1] === LF) drops.push(first)
  }
  const copy = new Uint8Array(region.length - drops.length)
  let read = 0
  let written = 0
  for (const drop of drops) {
    copy.set(region.subarray(read, drop), written)
    written += drop - read
    read = drop + 1
  }
  copy.set(region.subarray(read), written)
  return copy
}
