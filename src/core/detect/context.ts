// What the detectors know of the mail around a sentence: reply or fresh, review thread, application, people named.
// In: a message. Out: plain facts about it. Refuses nothing.
import type { Message } from '../model/message.ts'
import type { Person } from '../model/person.ts'
import type { Sentence } from './sentences.ts'

/** `[PATCH v3 2/5]` is { n: 2, m: 5 }, a lone patch { n: 1, m: 1 }, a cover letter { n: 0 }. */
export interface PatchPlace {
  readonly version: number
  readonly n: number
  readonly m: number
}

export interface MailContext {
  readonly message: Message
  /** The subject starts with "Re:" or its like, or the mail answers another. */
  readonly reply: boolean
  /** A reply in a patch's thread: most "I'll do X" there is about review points. */
  readonly review: boolean
  /** The mail itself posts a patch or a cover letter. */
  readonly posting: boolean
  /** Tagged for a programme, or its words speak of an application or proposal. */
  readonly application: boolean
  /** The author mentors, organises or has his place already ("my mentor is …", "my proposal was accepted"): he applies for nothing. */
  readonly settled: boolean
  /** The subject reports a fault: "this" in such a thread is a bug, not a project. */
  readonly faultTopic: boolean
  /** Place in the series that is posted or answered; null when the mail is about no patch. */
  readonly patch: PatchPlace | null
  /** First names and surnames of the people in From, To and Cc, lower case, with the person. */
  readonly people: ReadonlyMap<string, Person>
}

const REPLY =
  /^\s*(?:(?:re|aw|sv|antw|fwd?|wg|vs|odp|r|ref|replying to)\s*(?:\[\d+\])?\s*:|\[(?![^\]]*\bPATCH\b)[^\]]*\]\s*re:)/i
const APPLICATION =
  /\b(?:gsoc|google "?summer of code|outreachy|lfx mentorship|esoc|season of docs)\b|\b(?:my|draft|project|gsoc) proposal\b/i
const ADDS =
  /\b(?:introduc\w+|implement\w*|support\w*|enabl\w+|new|drivers?|port(?:ing)?|convert\w*|rework\w*|rewrite|refactor\w*|initial|upstream\w*|frontend|backend|foundations|add(?:s|ing)?)\b/i
const MENDS =
  /\b(?:fix(?:es|ed|ing|up)?|typos?|cleanups?|clean-?up|warnings?|remove|drop|revert|correct|avoid|prevent|leak|simplify|unused|missing|constify|rename|use(?:d)? (?:of|devm|the)|update|maintainers?|replace|label|dependenc(?:y|ies)|spaces?|operators?|checkpatch|comments?|kernel-?doc|regression|propert(?:y|ies)|match (?:table|id)|id[_ ]table|compatible string|mount-matrix|return value|error (?:path|handling|code)|test)\b/i

const FAULT =
  /\b(?:bug|crash\w*|oops|panic|splat|regression|error|fail\w*|issue|warning|broken|breaks?|deadlock|lockdep|hang|leak|corrupt\w*|problem|kasan|ubsan|syzbot|linux-next|build|fix\w*|invalid|wrong|missing|lkp)\b/i

const SETTLED = new RegExp(
  [
    String.raw`\bmy\s+(?:\w+\s+)?mentors?\s+(?:is|are|will\s+be)\b`,
    String.raw`(?<!\b(?:if|whether|in\s+case|once)\s)\bI(?:'m|'ve\s+been|\s+am|\s+was|\s+have\s+been|\s+got)\s+(?:(?:now|just|recently|also)\s+)?(?:one\s+of\s+(?:\S+\s+){0,6}(?:students|interns|mentees)\b|(?:accepted|selected|chosen)\s+(?:for|as|to|in)\b)`,
    String.raw`(?<!\b(?:if|whether|in\s+case|once)\s)\bmy\s+(?:\w+\s+){0,2}(?:proposal|project|application)\s+(?:(?:was|has\s+been|got|is)\s+(?:now\s+)?|to\s+be\s+)(?:accepted|selected|chosen)\b`,
    String.raw`\b(?:I|we)\b[^.;]{0,60}\bas\s+an?\s+(?:\w+\s+)?(?:mentor|organi[sz]ation|admin\w*)\b`,
    String.raw`\bI(?:'ll|'d|'m|\s+(?:can|could|would|will|won't|might|am))\s+(?:\S+\s+){0,6}?(?:co-?)?mentor\b|\bI\b[^.;]{0,60}\bco-?mentors?\b`,
  ].join('|'),
  'i',
)

/** "Call for mentors and ideas", "Accepted students": there mentors and organisers write. */
const ORGANISES =
  /\b(?:accepted|selected)\b|\bcall\s+for\b.{0,40}\b(?:mentors?|projects?|ideas|participation)\b/i

export function isReply(message: Message): boolean {
  return REPLY.test(message.subject)
}

/** Whether a subject announces new work rather than mending. */
export function isWorkTopic(subject: string): boolean {
  return ADDS.test(subject) && !MENDS.test(subject)
}

const PATCH_MARK = /\[[^\]]*\b(?:PATCH|RFC)\b[^\]]*\]/i

/** The series position a subject carries, also behind "Re:". */
export function readPatchPlace(subject: string): PatchPlace | null {
  const mark = PATCH_MARK.exec(subject)?.[0]
  if (mark === undefined) return null
  const version = /\bv(\d{1,3})\b/i.exec(mark)
  const place = /\b(\d{1,4})\/(\d{1,4})\b/.exec(mark)
  return { version: Number(version?.[1] ?? 1), n: Number(place?.[1] ?? 1), m: Number(place?.[2] ?? 1) }
}

/** The place of a posting; a lone "[RFC]" posts when it carries a diff. Null for replies and ordinary mail. */
export function postedPlace(message: Message): PatchPlace | null {
  if (isReply(message)) return null
  return message.patch ?? (message.hasDiff ? readPatchPlace(message.subject) : null)
}

export function readContext(message: Message, sentences: readonly Sentence[]): MailContext {
  return new AskedContext(message, sentences)
}

/** Each fact is worked out when a row asks for it: most mails say nothing, and then none is. */
class AskedContext implements MailContext {
  readonly message: Message
  private readonly sentences: readonly Sentence[]
  private readonly known: { -readonly [K in keyof MailContext]?: MailContext[K] } = {}

  constructor(message: Message, sentences: readonly Sentence[]) {
    this.message = message
    this.sentences = sentences
  }

  get patch(): PatchPlace | null {
    if (this.known.patch === undefined)
      this.known.patch = this.message.patch ?? readPatchPlace(this.message.subject)
    return this.known.patch
  }

  get reply(): boolean {
    this.known.reply ??= isReply(this.message) || (this.message.references.length > 0 && this.patch === null)
    return this.known.reply
  }

  get review(): boolean {
    this.known.review ??= isReply(this.message) && this.patch !== null
    return this.known.review
  }

  get posting(): boolean {
    this.known.posting ??= postedPlace(this.message) !== null
    return this.known.posting
  }

  get application(): boolean {
    this.known.application ??=
      this.message.tag !== null ||
      APPLICATION.test(this.message.subject) ||
      /\bproposal\b/i.test(this.message.subject) ||
      this.sentences.some((each) => APPLICATION.test(each.text))
    return this.known.application
  }

  get settled(): boolean {
    this.known.settled ??=
      ORGANISES.test(this.message.subject) || this.sentences.some((each) => SETTLED.test(each.text))
    return this.known.settled
  }

  get faultTopic(): boolean {
    this.known.faultTopic ??= FAULT.test(this.message.subject)
    return this.known.faultTopic
  }

  get people(): ReadonlyMap<string, Person> {
    this.known.people ??= namesIn(this.message)
    return this.known.people
  }
}

function namesIn(message: Message): ReadonlyMap<string, Person> {
  const names = new Map<string, Person>()
  for (const person of [message.author, ...message.to.slice(0, 40), ...message.cc.slice(0, 40)]) {
    for (const word of person.name.toLowerCase().match(/\p{L}[\p{L}'-]{2,}/gu) ?? []) {
      if (!names.has(word)) names.set(word, person)
    }
  }
  return names
}
