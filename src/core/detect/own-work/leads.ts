// Where a statement of one's own work may begin: "I", "my plan is to", or nobody at all. Patterns only; each ends where the
// words to the verb begin (`chain.ts`). Refuses nothing.
import { SELF } from '../voice.ts'

const lead = (body: string): RegExp => new RegExp(body, 'gi')

/** "We have somebody here who …", "I may have a student who …". */
const SENT = String.raw`\b(?:I|we)(?:\s?'ve|\s+(?:may\s+|might\s+)?have)\s+(?:got\s+)?(?:some(?:one|body)|people|(?:a|an|one|two|some)\s+(?:\w+\s+)?(?:students?|colleagues?|engineers?|interns?|developers?|guys?|people|team|group))(?:\s+(?:here|internally|now|in\s+(?:the|our|my)\s+\w+(?:\s+(?:office|team|group))?|at\s+\S+|(?:on|of|from)\s+(?:my|our)\s+\w+)){0,2}(?:\s+(?:who|that)(?:'s|'d)?)?`
/** "Mia and", "(the new maintainer)"; where he works is a link (`links.ts`). */
const WITH = String.raw`(?:\s*\([^)]{2,40}\)|\s+and\s+(?:(?:my|an?)\s+\w+|[A-Z]\w+))?`
/** "I", "we at X have", "my colleague and I'll". */
const SPEAKER = String.raw`(?:${SENT}|${SELF}${WITH})(?:\s?'(?:m|re|ve|ll|d|s)|(?<=\bI)(?:m|ve|ll)\b)?(?:\s*,)?\s+`
export const SPEAKER_LEAD = lead(SPEAKER)
/** "My plan is to …", "it would be my pleasure to …". */
export const GOAL_LEAD = lead(
  String.raw`\b(?:(?:my|our)\s+(?:(?:\w+\s+){0,2})(?:plan|intention|goal|idea|aim|hope|wish|dream|task|job|assignment|role|step|ambition)\s+(?:at\s+\w+\s+|here\s+|now\s+)?(?:is|was|would\s+be|will\s+be)|it(?:'d\s+be|'s|\s+is|\s+would\s+be)\s+(?:my|an?|our)\s+(?:\w+\s+)?(?:pleasure|honou?r|goal|dream|plan|intention|job|task)|the\s+(?:plan|idea|intention)\s+(?:(?:on\s+(?:our|my)\s+side|here|for\s+(?:me|us)|at\s+\w+)\s+is|is\s+for\s+(?:me|us)))\s+`,
)
/** After a first statement: "I have read the code and will now write …". */
export const LATER_LEAD = lead(
  String.raw`\s(?:and|so|but|then)\s+(?:(?:then|now|so)\s+)?(?=(?:will|am|are|have|plan|intend|want|wanted|thought|would|hope|started|decided|can|could|might)\b)(?<=\b(?<subject>I|we)(?:'\w+)?\s[^.;]{3,100})`,
)
/** Without a subject, as people write in haste: "Currently working on …", "Planning to add …", "Will put together …". */
export const BARE_LEAD = lead(
  String.raw`^(?:[-*•]\s+)?(?:(?:FYI|BTW|also|so|yes|yeah|yep|ok|okay|sure|right|agreed|hi|hello|no\s+worries|and)\s*[,:.-]?\s+)*(?=(?:[a-z]+ly\s+|now\s+|already\s+|also\s+|still\s+|just\s+|about\s+to\s+)*(?:will|working|planning|plan|intend|hoping|happy|glad|willing|going|started|thinking|considering|interested|busy|been|trying|writing|developing|implementing|porting|preparing|doing|bringing(?!\s+(?:this|that|it)\s+up)|tackling|aiming|gonna|rewriting|refactoring|coding|hacking|would|can|could|might|about|on\s+it)\s)`,
)
/** "That is something I'd like to work on", "… is what we are implementing": the thing stands before. */
export const THING_LEAD = lead(
  String.raw`(?:\b|')(?:is|are|was|s)\s+(?:\w+\s+){0,2}?(?:something|what|stuff|(?:one\s+of\s+)?the\s+things?)\s+(?:that\s+|which\s+)?${SPEAKER}`,
)
