// How an author stands to a piece of work: he does it, has begun, plans it, wants it, thinks of it, could do it.
// In: the words from the subject to the verb of work, as `CHAIN` finds them. Out: the stance, its verb's kind and the
// form of that verb. Refuses nothing; what is none of these is `tells`.
import { AT } from '../claim/voice.ts'
import { GRADUATE, SELF } from '../voice.ts'

const alternatives = (...words: readonly string[]): string => `(?:${words.join('|')})`
/** Verbs in all their forms; a stem that ends in "e" loses it before "-ing", a doubled end is written "(?:t)?". */
const verbs = (words: string): string =>
  words
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => (word.endsWith('e') ? `${word.slice(0, -1)}(?:e|es|ed|ing)` : `${word}(?:s|ed|ing)?`))
    .join('|')

const SPAN =
  '(?:the|my|our|a|an|some|last|past|next|coming|following|few|couple|of|free|spare|several|quite|two|three|four|long|this)'
const TIME = String.raw`(?:(?:for|in|over|during|within|since|until|after|by|on)\s+(?:${SPAN}\s+){0,5}|(?:${SPAN}\s+){1,4})(?:days?|weeks?|months?|years?|while|time|weekends?|evenings?|nights?|summer|winter|spring|autumn|fall|semester|term|moment|meantime|meanwhile|future|parallel|background|holidays?|vacation|cycle|quarter|now|\d+)`
const ADVERB = String.raw`(?:[a-z]+ly|now|also|just|still|already|then|soon|next|first|again|too|both|all|even|maybe|perhaps|always|indeed|instead|meanwhile|anyway|sometime|someday|today|tomorrow|tonight|here|there|myself|ourselves|of\s+course|at\s+least|at\s+some\s+point|sort\s+of|kind\s+of|a\s+(?:bit|little)|very(?:\s+much)?|much|quite|rather|so|more|most|pretty|right\s+now|at\s+the\s+moment|these\s+days|in\s+fact|at\s+present|by\s+now|so\s+far|once\s+more|hereby|thus|hence|therefore|well|long|ever|super|not\s+only|not|more\s+than)`
const AUXILIARY = `(?:am|are|is|was|were|be|been|being|have|has|had|do|did|does|will|shall|would|can|could|may|might|should|must|need|gonna|wanna|got)`

const PLANNING = String.raw`plan(?:s|ned|n?ing)?|intend(?:s|ed|ing)?|aim(?:s|ed|ing)?|mean(?:t|ing)|promis(?:e|ed|ing)|agreed?|decided?|committed|volunteer(?:ed|ing)?|offered|resolved|set\s+out|expect(?:ing)?|sign(?:ed|ing)?\s+up|step(?:ped|ping)?\s+up|scheduled|about|(?:been|was|were|am|are|got)\s+(?:just\s+|recently\s+|now\s+)?(?:tasked|assigned|asked|hired|paid|instructed|chosen|selected|given)`
const WANTING = String.raw`want(?:s|ed|ing)?|wish(?:es|ing)?|like|love|hop(?:e|es|ed|ing)|aspir(?:e|es|ing)|keen|eager|excited|thrilled|delighted|interested|enthusiastic|passionate|look(?:ing)?\s+forward|itching|dying|motivated|determined|honou?red|fascinated|intrigued|dream(?:ing)?|wait`
const WILLING = String.raw`happy|glad|pleased|willing|ready|inclined|tempted|up\s+(?:for|to)|open|curious|mind|see\s+(?:myself|ourselves)|imagine\s+(?:myself|ourselves)|fine|free|available`
const WEIGHING = `think(?:s|ing)?|thought|consider(?:s|ed|ing)?|contemplat(?:e|ed|ing)|toy(?:ed|ing)?|play(?:ed|ing)?|ponder(?:ed|ing)?|mus(?:e|ed|ing)|flirting|weighing|evaluat(?:e|ed|ing)|discussing|debating`
const BEGINNING = String.raw`start(?:s|ed|ing)?|beg[iau]n(?:ning)?|gett?(?:ing)?|set(?:ting)?\s+about|embark(?:ed|ing)?|resum(?:e|ed|ing)|div(?:e|ed|ing)|jump(?:ed|ing)?|went\s+ahead|go(?:ing)?\s+ahead|ended\s+up|wound\s+up`
const TRYING = `try(?:ing)?|tried|attempt(?:ed|ing)?|seeking|struggling`
const BUSY = String.raw`busy|occupied|engaged|immersed|halfway|half-way|half\s+way|through|knee-deep|deep|hard\s+at\s+work|at\s+work|in\s+the\s+(?:middle|midst|process|course)|spen(?:d|t|ding)|allocated|reserved|set\s+aside|in\s+charge|responsible`
const LOOKING = String.raw`look(?:ed|ing)?|(?:hav(?:e|ing)|tak(?:e|ing))\s+a\s+(?:closer\s+|quick\s+|better\s+)?look|investigat(?:e|ed|ing)|explor(?:e|ed|ing)|research(?:ed|ing)?`
const ABLE = String.raw`able|capable|manag(?:e|ed|ing)|find(?:ing)?|continu(?:e|ed|ing)|keep(?:ing)?|kept|proceed(?:ing)?|carry(?:ing)?\s+on|go(?:ing)?(?:\s+on)?|help(?:ing)?(?:\s+out)?|assist(?:ing)?|contribut(?:e|ing)(?=\s+(?:by|to\s+\w+ing)\b)`
/** "have the time", "with the idea", "it upon myself", "the liberty": nouns a verb of standing may take along. */
const HELD = String.raw`(?:(?:an?|the|some|any|strong|great|keen|deep|real|special|particular|concrete|every|my|our|most\s+of|all|lot\s+of)\s+){0,4}(?:plans?|intentions?|time|spare\s+time|interest|desire|opportunity|chance|idea|ambition|task|job|possibility|feasibility|evenings|days|weeks|weekends|cycles|capacity|bandwidth|resources|motivation)|(?:tak(?:e|en|ing)|took)\s+(?:it\s+(?:up)?on\s+(?:me|myself|us|ourselves)|(?:it\s+)?upon\s+(?:me|myself|us|ourselves)|the\s+(?:liberty|opportunity|task|job|time))`
const GLUE = String.raw`(?:\w+\s+and(?=\s+\w)|to|on|of|in|at|about|with|into|towards?|for|around|round|and|out|by|whether|see\s+(?:if|whether|how)\s+(?:I|we)|the\s+(?:one|person|guy)\s+(?:who|that)(?:'ll|'s|'m)?)`
/** "at the summit", "by my employer", "with Lars": where and with whom. */
const ASIDE = String.raw`(?:on\s+(?:the\s+list|IRC|github|\S+-devel)|(?:at|by|with|together\s+with|during|from)\s+(?:(?:the|my|our|a|an|some|last)\s+)?[\w'-]+(?:\s+(?:list|meeting|team|and\s+\w+))?)`

const LINK = alternatives(
  ADVERB,
  AUXILIARY,
  PLANNING,
  WANTING,
  WILLING,
  WEIGHING,
  BEGINNING,
  TRYING,
  BUSY,
  LOOKING,
  ABLE,
  HELD,
  TIME,
  GLUE,
  ASIDE,
)

/** Verbs that are work whatever their object. */
const WORKING = String.raw`clean(?:ing)?\s+up(?=\s[^.;]{2,60}\bout\s+of\s+staging\b)|clean(?:ing)?\s+up(?=\s+the\s+\S+\s+(?:driver|subsystem|backend|toolstack)\s+(?:for|to|and|so)\b)|(?:start(?:ed|ing)?|launch(?:ed|ing)?)(?=\s+(?:an?|the)\s+(?:\S+\s+){0,3}(?:project|effort|initiative)\s)|(?:busy|occupied)\s+with|engaged\s+in|tinker(?:ed|ing)?\s+(?:with|on)|chip(?:ping)?\s+away\s+at|spend(?:ing)?(?:\s+(?:some|my|the|more|lots?|of|most|next|this|time|cycles|\w+)){0,4}\s+on|focuss?(?:ed|ing)?\s+on|concentrat(?:e|ing)\s+on|work(?:s|ed|ing)?(?:\s+(?:now|currently|full[- ]time|part[- ]time|together|actively|closely|mostly|mainly|hard|with\s+\w+))?\s+(?:on|towards?|at(?=\s+(?:adding|getting|bringing)))|hack(?:ed|ing)?\s+(?:on|together)|writ(?:e|es|ing|ten)(?!\s+(?:to|you|in|about|because|regarding|here|on\s+behalf|this\s+(?:mail|email|e-mail|letter|message))\b)|wrote|rewrit(?:e|ing|ten)|rewrote|bring(?:ing)?\s+(?:up|in)|extend(?:ing)?(?=\s[^.;]{2,50}\swith\s)|put(?:ting)?\s+together|cook(?:ed|ing)?\s+up|cod(?:e|ed|ing)|${verbs('develop implement reimplement port prototype design redesign restructure generalise generalize unify upstream mainline refactor rework overhaul modernise modernize convert migrate package emulate virtualise virtualize draft craft author')}|bring(?:ing)?(?!\s+(?:back|up))(?=\s[^.;]{2,60}\s(?:in)?to\s+(?:the|our|all|mainline|upstream)\s)|${GRADUATE}`
/** Verbs that are work when their object is a thing of its own. */
const MAKING = String.raw`mov(?:e|ing)(?=\s[^.;]{2,60}\sinto\s)|mak(?:e|ing)(?!\s+a\s+submission\b)|made|buil(?:d|ds|t|ding)|prepar(?:e|ed|ing)|do(?:ing)?(?=\s+(?:the|an?|this|some)\s+(?:\S+\s+){0,4}(?:ports?|porting|conversion|work|project|task|driver|implementation|rewrite|rework|backend|frontend|side|part|support|tool)\b)|${verbs('add create extend enable introduce support integrate provide produce deliver automate adapt expand expose replace improve optimise optimize document')}`
const SENDING = String.raw`sen(?:d|t|ding)(?:\s+(?:out|in))?|follow(?:ing)?\s+up\s+(?:with|on)|com(?:e|ing)\s+up\s+with|${verbs('post publish share')}|submit(?:s|ted|ting)?|contribut(?:e|ed|ing)`
const TAKING = String.raw`responsible\s+for|in\s+charge\s+of|go(?:ing)?\s+ahead\s+with|proceed(?:ing)?\s+with|get(?:ting)?\s+started\s+(?:on|with)|look(?:ing)?\s+(?:at|into)(?=\s+(?:the\s+)?(?:[\w/-]+\s+){0,3}(?:support|port|porting|implementation|backend|feature|driver)\b)|tak(?:e|en|ing)\s+(?:over|on|up|(?:care|charge|ownership)\s+of)|took\s+(?:over|on|up)|pick(?:ed|ing)?\s+up|tackl(?:e|ed|ing)|carry(?:ing)?\s+(?:on\s+)?(?:with\s+)?|${verbs('adopt revive resurrect finish complete')}|continu(?:e|ed|ing)(?:\s+(?:with|on))?|pick(?:ing)?(?=\s+the\s+[^.;]{2,50}\b(?:project|task|driver|idea|topic|item)\b)|(?:tak(?:e|en|ing)|hav(?:e|ing)|mak(?:e|ing))\s+(?:a|another|my)\s+(?:first\s+|quick\s+|serious\s+)?(?:go|stab|shot|crack|attempt|try)\s+(?:at|on)|try(?:ing)?\s+(?:my|our)\s+hand\s+(?:at|on)|start(?:ed|ing)?\s+(?:with|on)|begin(?:ning)?\s+with|handling|handle(?=\s+the\s)|(?:lead|leading|drive|driving)(?=\s+(?:the|this)\s)|tak(?:e|ing)(?=\s+(?:the|this|that)\s+(?:\S+\s+){0,3}(?:project|task|item|idea|topic|part|side|backend|frontend|one|job)\b(?![^.;]{0,40}\b(?:tree|branch|through|via)\b))`
const JOINING = String.raw`(?:propose|nominate)\s+(?:myself|us|ourselves)\s+for|volunteer(?:ing)?\s+for|sign(?:ing)?\s+up\s+for|help(?:ing)?(?:\s+out)?\s+(?:with|on)|be\s+of\s+(?:help|assistance|use)\s+(?:with|in|on)|appl(?:y|ying|ied)\s+(?:for|to)|participat(?:e|ing)\s+in|join(?:ing)?|tak(?:e|ing)\s+part\s+in|(?:be|becom(?:e|ing)|being)\s+(?:a\s+)?part\s+of|be\s+(?:mentored|considered|selected|accepted)\s+(?:for|on|in)|be\s+assigned(?:\s+to)?|get(?:ting)?\s+involved\s+(?:in|with)|choos(?:e|ing)|chose`
/** "the conversion of the docs": work as a noun, behind words of time and duty. */
const NOMINAL = String.raw`(?:do(?:ing)?\s+)?(?:(?:the|an?)\s+(?:\w+\s+)?|(?=(?:development|implementation|integration|upstreaming)\s+of\s))(?:conversion|(?:re-?)?implementation|development|port|porting|rewrite|rework|redesign|overhaul|integration|upstreaming|refactoring|creation|migration|enablement|emulation)\s+(?=(?:of|for|to)\s)`
/** "give the driver a try", "bring it upstream", "take the work over": the thing stands within the verb. */
const AROUND = String.raw`(?:get(?:ting)?|mak(?:e|ing))\s+(?<object>(?!a\s|some\s)[^.;,:?]{2,60}?\s(?:working|running|booting|(?:to\s+)?(?:work|run|boot))\s+(?:on|under|in)\s+[^.;,:?(]{2,60})|(?:giv(?:e|ing)|tak(?:e|ing)|pick(?:ing)?|carry(?:ing)?|bring(?:ing)?|mov(?:e|ing)|driv(?:e|ing)|push(?:ing)?|see(?:ing)?|put(?:ting)?|get(?:ting)?)\s+(?<object>(?!a\s|some\s)[^.;,:?]{2,60}?)\s+(?:a\s+(?:try|go|shot|spin|whirl)|over(?!\s+(?:to|the)\b)|up|forwards?|further|upstream|into\s+(?:the\s+)?mainline|to\s+(?:completion|mainline)|out\s+of\s+staging|(?:across|over)\s+the\s+finish(?:ing)?\s+line|together|on(?=\s*(?:[.,;!]|$))|working|running|going|booting|merged|mainlined|accepted)`

/** What stands between subject and verb, then the verb by its kind. */
const TO_VERB = String.raw`(?:${LINK}(?:\s*,)?\s+){0,9}?(?:(?<working>${WORKING})|(?<nominal>${NOMINAL})|(?<making>${MAKING})|(?<sending>${SENDING})|(?<around>${AROUND})|(?<taking>(?:${TAKING})(?!\s+(?:adding|writing|implementing|porting|developing|supporting|converting|building|getting|working)\b))|(?<joining>${JOINING}))(?=[\s.,;:!?)]|$|\bof|\bfor|\bto)`

/** "We have somebody here who …", "I may have a student who …". */
const SENT = String.raw`\b(?:I|we)(?:\s?'ve|\s+(?:may\s+|might\s+)?have)\s+(?:got\s+)?(?:some(?:one|body)|people|(?:a|an|one|two|some)\s+(?:\w+\s+)?(?:students?|colleagues?|engineers?|interns?|developers?|guys?|people|team|group))(?:\s+(?:here|internally|now|in\s+(?:the|our|my)\s+\w+(?:\s+(?:office|team|group))?|at\s+\S+|(?:on|of|from)\s+(?:my|our)\s+\w+)){0,2}(?:\s+(?:who|that)(?:'s|'d)?)?`
/** "My plan is to …", "it would be my pleasure to …". */
export const GOAL_LEAD = String.raw`\b(?:(?:my|our)\s+(?:(?:\w+\s+){0,2})(?:plan|intention|goal|idea|aim|hope|wish|dream|task|job|assignment|role|step|ambition)\s+(?:at\s+\w+\s+|here\s+|now\s+)?(?:is|was|would\s+be|will\s+be)|it(?:'d\s+be|'s|\s+is|\s+would\s+be)\s+(?:my|an?|our)\s+(?:\w+\s+)?(?:pleasure|honou?r|goal|dream|plan|intention|job|task)|the\s+(?:plan|idea|intention)\s+(?:(?:on\s+(?:our|my)\s+side|here|for\s+(?:me|us)|at\s+\w+)\s+is|is\s+for\s+(?:me|us)))\s+`
export const GOAL_CHAIN = GOAL_LEAD + TO_VERB

/** "I … work", "we at X are …ing", "my colleague and I have started …ing". */
export const CHAIN = String.raw`(?:${SELF}${AT}|${SENT})(?:\s?'(?:m|re|ve|ll|d|s)|(?<=\bI)(?:m|ve|ll)\b)?(?:\s*,)?\s+${TO_VERB}`
/** The same after a first statement: "I have read the code and will now write …". */
export const LATER_LEAD = String.raw`\s(?:and|so|but|then)\s+(?:(?:then|now|so)\s+)?(?=(?:will|am|are|have|plan|intend|want|wanted|thought|would|hope|started|decided|can|could|might)\b)(?<=\b(?<subject>I|we)(?:'\w+)?\s[^.;]{3,100})`
export const LATER_CHAIN = LATER_LEAD + TO_VERB
/** Without a subject, as people write in haste: "Currently working on …", "Planning to add …", "Will put together …". */
export const BARE_LEAD = String.raw`^(?:[-*•]\s+)?(?:(?:FYI|BTW|also|so|yes|yeah|yep|ok|okay|sure|right|agreed|hi|hello|no\s+worries|and)\s*[,:.-]?\s+)*(?=(?:[a-z]+ly\s+|now\s+|already\s+|also\s+|still\s+|just\s+|about\s+to\s+)*(?:will|working|planning|plan|intend|hoping|happy|glad|willing|going|started|thinking|considering|interested|busy|been|trying|writing|developing|implementing|porting|preparing|doing|bringing(?!\s+(?:this|that|it)\s+up)|tackling|aiming|gonna|rewriting|refactoring|coding|hacking|would|can|could|might|about|on\s+it)\s)`
export const BARE_CHAIN = BARE_LEAD + TO_VERB

/** "That is something I'd like to work on", "… is what we are implementing": the thing stands before. */
export const THING_LEAD = String.raw`(?:\b|')(?:is|are|was|s)\s+(?:\w+\s+){0,2}?(?:something|what|stuff|(?:one\s+of\s+)?the\s+things?)\s+(?:that\s+|which\s+)?`
export const THING_CHAIN = THING_LEAD + CHAIN

export type Stance =
  | 'does'
  | 'begun'
  | 'plans'
  | 'will'
  | 'tries'
  | 'wants'
  | 'willing'
  | 'weighs'
  | 'can'
  | 'tells'
export type VerbKind = 'working' | 'making' | 'sending' | 'around' | 'taking' | 'joining' | 'nominal'

export interface Standing {
  readonly stance: Stance
  readonly verb: VerbKind
  /** Told of the past: "had planned", "was going to", "wanted to". */
  readonly past: boolean
  /** "I would …", "I should …" and no wish behind it: a suggestion. */
  readonly suggests: boolean
}

const whole = (body: string): RegExp => new RegExp(String.raw`(?:^|[\s,])(?:${body})(?=[\s,]|$)`, 'i')
const IS = {
  plans: whole(`${PLANNING}|intentions?|goal|idea|aim|task|job|assignment|role|step`),
  wants: whole(`${WANTING}|hope|wish|dream|pleasure|ambition`),
  willing: whole(WILLING),
  weighs: whole(WEIGHING),
  begun: whole(BEGINNING),
  tries: whole(TRYING),
  busy: whole(BUSY),
  looks: whole(LOOKING),
}
const KINDS: readonly VerbKind[] = ['working', 'making', 'sending', 'around', 'taking', 'joining', 'nominal']

/** Reads the stance of a match of `CHAIN` and its like. */
export function readStance(match: RegExpExecArray): Standing {
  const verb = KINDS.find((kind) => match.groups?.[kind] !== undefined) ?? 'working'
  const action = match.groups?.[verb] ?? ''
  const lead = match[0].slice(0, match[0].length - action.length).toLowerCase()
  const told = stanceOf(lead, /^\S*ing\b/i.test(action))
  // "I've started with it": the verb itself says that it has begun.
  const stance =
    told === 'tells' && /^(?:start|beg[iu]n)/i.test(action) && /\bhave\b|'ve\s/.test(lead) ? 'begun' : told
  const conditional = /\bwould\b|'d\s/.test(lead) && !/'d\s+(?:like|love|better)\b/.test(lead)
  return {
    stance,
    verb,
    past: /\b(?:had|was|were)\b/.test(lead) || /'d\s+(?:\S+\s+)?(?:planned|started|begun|hoped)\b/.test(lead),
    suggests: (conditional || /\b(?:should|must)\b/.test(lead)) && !WISHES.has(stance),
  }
}
const WISHES: ReadonlySet<Stance> = new Set(['wants', 'willing', 'weighs'])

function stanceOf(lead: string, ing: boolean): Stance {
  if (IS.wants.test(lead)) return 'wants'
  if (IS.willing.test(lead)) return 'willing'
  if (IS.weighs.test(lead)) return 'weighs'
  if (/\b(?:can|could|may|might)\b/.test(lead)) return /\b(?:time|cycles)\b/.test(lead) ? 'willing' : 'can'
  if (IS.plans.test(lead)) return 'plans'
  if (/\b(?:will|shall|gonna)\b|'ll\b|\b(?:going|have|has|need)\s+to\b/.test(lead)) return 'will'
  if (IS.begun.test(lead) || IS.busy.test(lead)) return 'begun'
  if (IS.tries.test(lead) || IS.looks.test(lead)) return 'tries'
  if (
    ing &&
    /\bhave\s/.test(lead) &&
    /\b(?:some(?:one|body)|people|students?|colleagues?|engineers?|interns?|developers?|team|group)\b/.test(
      lead,
    )
  )
    return 'does'
  if (ing && (/\b(?:am|are|is|was|were|been|be)\b|'(?:m|re|s)\s|\bim\s/.test(lead) || !SPEAKER.test(lead)))
    return 'does'
  return 'tells'
}
/** A lead without a speaker: "Currently working on …". */
const SPEAKER = /\b(?:i|we|my|our|myself)\b/
