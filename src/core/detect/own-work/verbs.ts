// Verbs of work by their kind, and where the thing stands in them. In: a text and a place. Out: the verb that begins
// there. Refuses verbs that only look so: "write to you", "make a submission".
import { GRADUATE } from '../voice.ts'

export type VerbKind =
  | 'working'
  | 'making'
  | 'sending'
  | 'around'
  | 'taking'
  | 'joining'
  | 'nominal'
  | 'other'

/** Verbs in all their forms; a stem that ends in "e" loses it before "-ing", a doubled end is written "(?:t)?". */
const verbs = (words: string): string =>
  words
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => (word.endsWith('e') ? `${word.slice(0, -1)}(?:e|es|ed|ing)` : `${word}(?:s|ed|ing)?`))
    .join('|')

/** Verbs that are work whatever their object. */
const WORKING = String.raw`clean(?:ing)?\s+up(?=\s[^.;]{2,60}\bout\s+of\s+staging\b)|clean(?:ing)?\s+up(?=\s+the\s+\S+\s+(?:driver|subsystem|backend|toolstack)\s+(?:for|to|and|so)\b)|(?:start(?:ed|ing)?|launch(?:ed|ing)?)(?=\s+(?:an?|the)\s+(?:\S+\s+){0,3}(?:project|effort|initiative)\s)|(?:busy|occupied)\s+with|engaged\s+in|do(?:ing)?\s+(?:some|a\s+(?:lot|bit)\s+of|more)\s+(?:\w+\s+)?work\s+(?:on|with|around|for)|tinker(?:ed|ing)?\s+(?:with|on)|chip(?:ping)?\s+away\s+at|spend(?:ing)?(?:\s+(?:some|my|the|more|lots?|of|most|next|this|time|cycles|\w+)){0,4}\s+on|focuss?(?:ed|ing)?\s+on|concentrat(?:e|ing)\s+on|work(?:s|ed|ing)?(?:\s+(?:now|currently|full[- ]time|part[- ]time|together|actively|closely|mostly|mainly|hard|\w+ly|with\s+[^.;:,]{2,60}?))?\s+(?:on|towards?|at(?=\s+(?:adding|getting|bringing)))|hack(?:ed|ing)?\s+(?:on|together)|writ(?:e|es|ing|ten)(?!\s+(?:to|you|in|about|because|regarding|here|on\s+behalf|this\s+(?:mail|email|e-mail|letter|message))\b)|wrote|rewrit(?:e|ing|ten)|rewrote|bring(?:ing)?\s+(?:up|in)|extend(?:ing)?(?=\s[^.;]{2,50}\swith\s)|put(?:ting)?\s+together|cook(?:ed|ing)?\s+up|cod(?:e|ed|ing)|${verbs('develop implement reimplement port prototype design redesign restructure generalise generalize unify upstream mainline refactor rework overhaul modernise modernize convert migrate package emulate virtualise virtualize draft craft author')}|bring(?:ing)?(?!\s+(?:back|up))(?=\s[^.;]{2,60}\s(?:in)?to\s+(?:the|our|all|mainline|upstream)\s)|${GRADUATE}`
/** Verbs that are work when their object is a thing of its own. */
const MAKING = String.raw`mov(?:e|ing)(?=\s[^.;]{2,60}\sinto\s)|mak(?:e|ing)(?!\s+a\s+submission\b)|made|buil(?:d|ds|t|ding)|prepar(?:e|ed|ing)|do(?:ing)?(?=\s+(?:the|an?|this|some)\s+(?:\S+\s+){0,4}(?:ports?|porting|conversion|work|project|task|driver|implementation|rewrite|rework|backend|frontend|side|part|support|tool)\b)|${verbs('add create extend enable introduce support integrate provide produce deliver automate adapt expand expose replace improve optimise optimize document modify remove restore populate simplify emulate virtualise')}`
const SENDING = String.raw`sen(?:d|t|ding)(?:\s+(?:out|in))?|follow(?:ing)?\s+up\s+(?:with|on)|com(?:e|ing)\s+up\s+with|${verbs('post publish share')}|submit(?:s|ted|ting)?|contribut(?:e|ed|ing)`
const TAKING = String.raw`responsible\s+for|in\s+charge\s+of|go(?:ing)?\s+ahead\s+with|proceed(?:ing)?\s+with|get(?:ting)?\s+started\s+(?:on|with)|look(?:ing)?\s+(?:at|into)(?=\s+(?:the\s+)?(?:[\w/-]+\s+){0,3}(?:support|port|porting|implementation|backend|feature|driver)\b)|tak(?:e|en|ing)\s+(?:over|on|up|(?:care|charge|ownership)\s+of)|took\s+(?:over|on|up)|pick(?:ed|ing)?\s+up|claim(?:ed|ing)?(?=\s+(?:the|this|that)\s)|tackl(?:e|ed|ing)|carry(?:ing)?\s+(?:on\s+)?(?:with\s+)?|${verbs('adopt revive resurrect finish complete')}|continu(?:e|ed|ing)(?:\s+(?:with|on))?|pick(?:ing)?(?=\s+the\s+[^.;]{2,50}\b(?:project|task|driver|idea|topic|item)\b)|(?:tak(?:e|en|ing)|hav(?:e|ing)|mak(?:e|ing))\s+(?:a|another|my)\s+(?:first\s+|quick\s+|serious\s+)?(?:go|stab|shot|crack|attempt|try)\s+(?:at|on)|try(?:ing)?\s+(?:my|our)\s+hand\s+(?:at|on)|start(?:ed|ing)?\s+(?:with|on)|begin(?:ning)?\s+with|handling|handle(?=\s+the\s)|(?:lead|leading|drive|driving)(?=\s+(?:the|this)\s)|tak(?:e|ing)(?=\s+(?:the|this|that)\s+(?:\S+\s+){0,3}(?:project|task|item|idea|topic|part|side|backend|frontend|one|job)\b(?![^.;]{0,40}\b(?:tree|branch|through|via)\b))`
const JOINING = String.raw`(?:propose|nominate)\s+(?:myself|us|ourselves)\s+for|volunteer(?:ing)?\s+for|sign(?:ing)?\s+up\s+for|help(?:ing)?(?:\s+out)?\s+(?:with|on)|be\s+of\s+(?:help|assistance|use)\s+(?:with|in|on)|appl(?:y|ying|ied)\s+(?:for|to)|participat(?:e|ing)\s+in|join(?:ing)?|tak(?:e|ing)\s+part\s+in|(?:be|becom(?:e|ing)|being)\s+(?:a\s+)?part\s+of|be\s+(?:mentored|considered|selected|accepted)\s+(?:for|on|in)|be\s+assigned(?:\s+to)?|get(?:ting)?\s+involved\s+(?:in|with)|choos(?:e|ing)|chose`
/** "the conversion of the docs": work as a noun, behind words of time and duty. */
const NOMINAL = String.raw`(?:do(?:ing)?\s+)?(?:(?:the|an?)\s+(?:\w+\s+)?|(?=(?:development|implementation|integration|upstreaming)\s+of\s))(?:conversion|(?:re-?)?implementation|development|port|porting|rewrite|rework|redesign|overhaul|integration|upstreaming|refactoring|creation|migration|enablement|emulation)\s+(?=(?:of|for|to)\s)`
/** "give the driver a try", "bring it upstream", "take the work over": the thing stands within the verb. */
const AROUND = String.raw`(?:get(?:ting)?|mak(?:e|ing))\s+(?<object>(?!a\s|some\s)[^.;,:?]{2,60}?\s(?:working|running|booting|(?:to\s+)?(?:work|run|boot))\s+(?:on|under|in)\s+[^.;,:?(]{2,60})|(?:giv(?:e|ing)|tak(?:e|ing)|pick(?:ing)?|carry(?:ing)?|bring(?:ing)?|mov(?:e|ing)|driv(?:e|ing)|push(?:ing)?|see(?:ing)?|put(?:ting)?|get(?:ting)?)\s+(?<object>(?!a\s|some\s)[^.;,:?]{2,60}?)\s+(?:a\s+(?:try|go|shot|spin|whirl)|over(?!\s+(?:to|the)\b)|up|forwards?|further|upstream|into\s+(?:the\s+)?mainline|to\s+(?:completion|mainline)|out\s+of\s+staging|(?:across|over)\s+the\s+finish(?:ing)?\s+line|together|on(?=\s*(?:[.,;!]|$))|working|running|going|booting|merged|mainlined|accepted)`

const VERB = new RegExp(
  String.raw`(?:(?<working>${WORKING})|(?<nominal>${NOMINAL})|(?<making>${MAKING})|(?<sending>${SENDING})|(?<around>${AROUND})|(?<taking>(?:${TAKING})(?!\s+(?:adding|writing|implementing|porting|developing|supporting|converting|building|getting|working|sending|posting|submitting)\b))|(?<joining>${JOINING}))(?=[\s.,;:!?)]|$|\bof|\bfor|\bto)`,
  'iy',
)
const KINDS: readonly VerbKind[] = ['working', 'making', 'sending', 'around', 'taking', 'joining', 'nominal']

export interface WorkVerb {
  readonly kind: VerbKind
  /** As written: "writing", "took over". */
  readonly text: string
  /** The thing, where it stands within the verb: "give the driver a try". */
  readonly object: string | undefined
}

/** Any verb, where what stands before says that it is begun or planned: "I've started to populate …". */
const OTHER = /[a-z]{3,}(?:e|ing)?(?=\s+(?:(?:the|an?|some|my|our|its)\b|[A-Z]|\w+[/_]\w))/y
/** What one begins without its being work. */
const IDLE =
  /^(?:be|being|see|seeing|get|getting|feel\w*|think\w*|understand\w*|learn\w*|read\w*|look\w*|us(?:e|ing)|notic\w*|hav(?:e|ing)|receiv\w*|experienc\w*|wonder\w*|discuss\w*|ask\w*|talk\w*|review\w*|test\w*|debug\w*|try\w*|hit\w*|like|hat\w*|know\w*|hear\w*|believ\w*|suspect\w*|realis\w*|realiz\w*|study\w*|play\w*|find\w*|search\w*|want\w*|need\w*|go|going|say\w*|tell\w*|keep\w*|fix\w*|the|this|that|these|those|with|from|for|and|out|off|over|apply\w*|thank\w*|answer\w*|reply\w*|rebas\w*|address\w*|follow\w*|bisect\w*|investigat\w*|compil\w*|install\w*|run\w*|boot\w*|doubt\w*|worry\w*|remember\w*|wait\w*|track\w*|check\w*|explain\w*|show\w*|describ\w*|not|now|all|any|its|our|your|their|his|her|work\w*|mak\w*|tak\w*|giv\w*|put\w*|com(?:e|ing))$/i

/** A verb that is no word of work by itself, null for those that begin nothing. */
export function otherVerbAt(text: string, at: number): WorkVerb | null {
  OTHER.lastIndex = at
  const word = OTHER.exec(text)?.[0]
  return word === undefined || IDLE.test(word) ? null : { kind: 'other', text: word, object: undefined }
}

/** The verb of work that begins at `at`, null when none does. */
export function verbAt(text: string, at: number): WorkVerb | null {
  VERB.lastIndex = at
  const match = VERB.exec(text)
  if (!match) return null
  const kind = KINDS.find((each) => match.groups?.[each] !== undefined) ?? 'working'
  return { kind, text: match[0], object: match.groups?.['object'] }
}
