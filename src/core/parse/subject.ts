// A subject to its topic, its programme tag and its patch number. Prefixes of replies and lists are taken off first,
// so that a list called "Outreachy kernel" tags nothing.
import type { Programme, Tag } from '../model/list.ts'
import type { PatchNumber } from '../model/message.ts'
import { findTag } from './programme-tag.ts'

export interface SubjectParts {
  /** Without prefixes, tags, patch marks and case; the same for all mails of one topic. */
  readonly topic: string
  readonly tag: Tag | null
  /** Null for replies to a patch: they post none. */
  readonly patch: PatchNumber | null
  readonly isReply: boolean
}

const REPLY =
  /^(?:re|aw|antw|antwort|sv|vs|vá|res|rif|r|odp|ynt|ответ|отв|答复|回复|回覆|返信|回信|att|ref|bls|שב|رد|ΑΠ|YNT|RV|ENC|TR|WG|FW|FWD|I|VB|VL|DOORST|PD|VS|İLT|转发|轉寄|пересл|fs|trs)\s*(?:\[\d+\]|\(\d+\)|\^\d+)?\s*[:：]\s*/i
const BRACKET = /^\[([^\][]{1,100})\]\s*[:,-]?\s*/
const WAS = /\s*[([]\s*was\s*:?\s.{0,300}[)\]]\s*$/i

/** Words in brackets before the title, and what they number. */
interface Bracket {
  readonly words: string
  readonly patch: PatchNumber | null
}

/** `prefixes` are the list software's words, folded by `foldPrefix`. */
export function parseSubject(
  subject: string,
  programmes: readonly Programme[],
  prefixes: ReadonlySet<string>,
): SubjectParts {
  let rest = subject.slice(0, 1000).trim()
  let isReply = false
  let marked = false
  const brackets: Bracket[] = []
  for (let turns = 0; turns < 30; turns++) {
    // Behind a patch mark "fs:" or "re:" is a subsystem: programs put their prefix before the brackets.
    const reply = marked ? null : REPLY.exec(rest)
    if (reply) {
      isReply = true
      rest = rest.slice(reply[0].length)
      continue
    }
    const bracket = BRACKET.exec(rest)
    if (!bracket) break
    const words = bracket[1] as string
    if (!isPrefix(words, prefixes) && !isListPrefix(words, programmes)) {
      const patch = patchNumber(words)
      brackets.push({ words, patch })
      marked ||= patch !== null || /^rfc\b/i.test(words)
    }
    rest = rest.slice(bracket[0].length)
  }
  const words = brackets.map((bracket) => bracket.words)
  const patch = brackets.length === 1 ? (brackets[0] as Bracket).patch : patchNumber(words.join(' '))
  const kept = brackets.filter((bracket) => !isMark(bracket, programmes)).map(({ words }) => `[${words}] `)
  const topic = kept.join('') + (/[)\]]$/.test(rest) ? rest.replace(WAS, '') : rest)
  return {
    topic: foldTopic(topic),
    tag: findTag(words, rest, programmes),
    patch: isReply ? null : patch,
    isReply,
  }
}

/** Words of ASCII with one space between them: most topics. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/

function foldTopic(topic: string): string {
  if (PLAIN.test(topic)) return topic.toLowerCase()
  return topic.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** A list's word for itself without case and punctuation: `Xen-devel` and `xen-devel` are one. */
export function foldPrefix(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

function isPrefix(words: string, prefixes: ReadonlySet<string>): boolean {
  return prefixes.size > 0 && prefixes.has(foldPrefix(words))
}

/** `Outreachy kernel`, `GSoC students`: a programme's name and a word lists are called by. */
function isListPrefix(words: string, programmes: readonly Programme[]): boolean {
  const match =
    /^(.+?)[\s_-]+(?:kernel|list|devel|dev|users?|announce|mentors|students|interns|applicants|community|discuss|all)$/i.exec(
      words,
    )
  return match !== null && findTag([match[1] as string], '', programmes) !== null
}

/** What says nothing of the topic: patch words, tags, and what mail gateways put before subjects. */
function isMark({ words, patch }: Bracket, programmes: readonly Programme[]): boolean {
  return (
    patch !== null ||
    /^(?:rfc|wip|resend|repost|v\d+|\d+\/\d+|ext|extern(?:al)?(?: e?-?mail)?|\*{0,3}(?:suspected )?spam\*{0,3})$/i.test(
      words,
    ) ||
    findTag([words], '', programmes) !== null
  )
}

/** `[PATCH v3 2/5]`, `[RFC PATCH]`, `[PATCH net-next V2 00/12]`, `[PATCHv2]`, `[RFC XEN v1]`, `[RFC][PATCH 1/2]`. */
function patchNumber(all: string): PatchNumber | null {
  if (!/patch|rfc|v/i.test(all)) return null
  const rfc = /(?:^|[^\p{L}])rfc(?:v?\d+)?(?![\p{L}])/iu.test(all)
  const version = /(?:^|[^\p{L}\p{N}]|patch|rfc)v\.?\s?(\d{1,3})(?![\d/])/iu.exec(all)
  const place = /(?:^|[^\d.])(\d{1,4})(?:\s?\/\s?| of )(\d{1,4})(?!\d)/.exec(all)
  const said = /(?:^|[^\p{L}])patch(?:set|es|v\d+)?(?![\p{L}])/iu.test(all)
  // `[xj900 v1 6/6]`: a version and a place together are numbered by nobody but git.
  if (!said && !(rfc && (version || place)) && !(version && place)) return null
  const m = place ? Number(place[2]) : 1
  const n = place ? Number(place[1]) : 1
  return { version: version ? Math.max(1, Number(version[1])) : 1, n, m, rfc }
}
