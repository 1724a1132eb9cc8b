// Inquiries before the work: is it wanted, would you take it, has it an owner, do you still look for somebody?
// A question whether a patch is right, or who tests and reviews, is none.
import type { Detector, Found } from '../detector.ts'
import { PATCH_BUSINESS } from './voice.ts'

const FLAT = { unknown: 0, pronoun: -0.2, none: -0.2, vague: 0, review: -0.6, mending: -1.4 } as const
/** Words of questions on review, testing and the running of a project. */
const OTHER_BUSINESS =
  /\b(?:review\w*|test(?:s|ed|er)?|tested|merge[sd]?|maintain\w*|release|CVE|minutes|meeting|logs?|reproduce\w*|session)\b/i

/** "I would love to do it, is it still needed?", "may I apply?" are interest. */
const WISH =
  /\bI(?:'d|\s+would|'m|\s+am|\s+was)?\s+(?:really\s+|very\s+)?(?:love|like|consider\w*|interested|keen|want|apply|think\w*)\b(?!\s+to\s+(?:know|ask))/i

/** A question beyond patches and reviews; in a thread about a patch or a fault it is about that. */
function asked(found: Found): number | null {
  const { sentence, context } = found
  if (context.review || context.posting || context.faultTopic || WISH.test(sentence.text)) return null
  if (!/\?|\b(?:wonder\w*|know|curious|ask|find out|clear|tell me|bug tracker)\b/i.test(sentence.text))
    return null
  return PATCH_BUSINESS.test(sentence.text.replace(/\bpatches (?:be )?welcome\b/i, '')) ||
    OTHER_BUSINESS.test(found.match[0])
    ? null
    : 0
}

/** The rows of this kind; order means nothing. */
export const inquiriesWhetherWanted: readonly Detector[] = [
  {
    reason: 'inquiry-would-it-be-welcome',
    cues: [
      'welcome',
      'appetite',
      'interest',
      'demand',
      'acceptable',
      'accepted',
      'wanted',
      'desirable',
      'interested',
      'useful',
    ],
    type: 'inquiry',
    weight: 0.8,
    pattern:
      /\b(?:(?:would|will|are(?=\s+patches)|is|if|whether)\s+(?<object>[^?;]{3,120}?)\s+(?:would\s+)?(?:still\s+)?(?:be\s+)?(?:(?:very\s+|at\s+all\s+|generally\s+)?(?:welcomed?|wanted|desirable|acceptable|accepted\s+(?:upstream|in\s+mainline|at\s+all|into)|of\s+(?:any\s+)?interest|useful\s+to\s+(?:any|others|the)))\b|(?:would|is)\s+there\s+(?:still\s+|be\s+)?(?:any|an?|some|enough)\s+(?:\w+\s+)?(?:appetite|demand|desire)\s+(?:in|for|to)(?=\s))/i,
    object: 'after',
    objectWeights: { ...FLAT, pronoun: -1.2, none: -1.2, unknown: -0.4 },
    allows: ['question', 'condition'],
    weigh: (found) => {
      // "I might work on it. Would patches be welcome?" is a wish's tail.
      if (/^patches$/i.test(found.match.groups?.['object'] ?? '')) return null
      const odds = asked(found)
      return odds !== null &&
        /\bpatches\b|\b(?:driver|port|support|feature|project|student|implementation|version|tool|backend|work)\b/i.test(
          found.sentence.text,
        )
        ? odds + 0.4
        : odds === null
          ? null
          : odds - 1.2
    },
  },
  {
    reason: 'inquiry-would-you-take-it',
    cues: ['take', 'merge', 'accept', 'considered', 'consider'],
    type: 'inquiry',
    weight: 0.9,
    pattern:
      /\b(?:(?:if|before)\s+(?:I|we|somebody|someone)\b[^?;]{0,90}?,?\s*(?:would|will|do|is)\s+(?:you|upstream|the\s+\S+|[a-z]\w+|this\s+\S+\s+(?:one|something))\s+(?:you'd\s+|you\s+would\s+|still\s+|even\s+|be\s+)?(?:take|merge|accept|consider)(?:\s+(?:it|one|that|such))?|is\s+(?:this|that|it|such\s+an?\s+\w+)\s+(?:\w+\s+){0,2}?(?:one|something|anything)?\s*(?:that\s+)?(?:you|upstream|the\s+maintainers?|we)(?:'d|\s+would)\s+(?:take|merge|accept|consider)|would\s+(?:you|upstream|mainline|the\s+(?:project|maintainers?|community|kernel))\s+(?:even\s+|ever\s+|still\s+)?(?:take|merge|accept|consider)\s+(?:an?\s|such|patches\s+(?:for|that)|support|contributions?))(?=[^?]{0,120}\?)/i,
    object: 'thread',
    allows: ['question', 'condition'],
    weigh: (found) =>
      /\b(?:drivers?|ports?|feature|project|tool|backend|implementation|patches\s+for|support\s+for|contributions?|rewrite)\b/i.test(
        found.sentence.text,
      )
        ? asked(found)
        : null,
  },
  {
    reason: 'inquiry-does-it-have-an-owner',
    cues: [
      'owner',
      'assignee',
      'takers',
      'volunteer',
      'volunteers',
      'unassigned',
      'handled',
      'assigned',
      'ownership',
    ],
    type: 'inquiry',
    weight: 1.2,
    pattern:
      /\b(?:(?:have|has|got|lacks?|need|needs|there(?:'s|\s+is|\s+are)?|any|no|an)\s+(?:already\s+|still\s+|currently\s+|yet\s+|an?\s+|any\s+|no\s+){0,3}(?:owners?|assignees?|takers?|volunteers?)\b|(?:did|has|have|is)\s+(?:some|any)(?:one|body)\s+(?:else\s+)?(?:already\s+)?(?:volunteer(?:ed)?|sign(?:ed)?\s+up|step(?:ped)?\s+up|put\s+(?:his|her|their)\s+name|claim(?:ed)?|been\s+assigned|assigned)\b|(?:is|was|has)\s+(?=[^?;]{2,90}\b(?:being\s+)?(?:handled|assigned|taken\s+care\s+of)\s+(?:by|to)\s+(?:some|any)))/i,
    object: 'thread',
    allows: ['question', 'condition', 'negation', 'past'],
    weigh: (found) =>
      /\b(?:driver|port|porting|project|task|item|idea|work|effort|feature|ticket|thing|stuff|bit|part|topic|support|conversion|rewrite|it|this|that)\b/i.test(
        found.sentence.text,
      )
        ? asked(found)
        : null,
  },
  {
    reason: 'inquiry-still-relevant',
    cues: ['still'],
    type: 'inquiry',
    weight: 0.9,
    pattern:
      /\b(?:is|are|does|do|whether|if)\s+(?<object>(?:the|this|that|it|there|your|any|one|mentors?|"|'|you|[A-Z])[^?;]{0,90}?)\s*\bstill\s+(?:relevant|needed|wanted|desired|unclaimed|up\s+for|on\s+(?:offer|the\s+(?:table|list|agenda|roadmap))|a\s+(?:thing|real)|stand|waiting\s+for|looking\s+for\s+(?:some|a\s|an\s|students?|contribut|help|volunteers?|applic)|search(?:ing)?\s+for|accept(?:ing)?\s+(?:applic|students?|proposals?|contribut)|needs?\s+(?:an?\s|some|doing|work|help)|(?:a\s+)?need\s+(?:for|of)\s|in\s+need\s+of|an?\s+open|missing|drives?|at\s+it|pursu\w+)(?=[^?]{0,120}\?)/i,
    object: 'after',
    objectWeights: { ...FLAT, pronoun: 0, none: 0 },
    allows: ['question', 'condition'],
    weigh: (found) =>
      /\b(?:patch(?:es)?|lock|flag|check|call|line|code|macro|comment|include|header|warning|series|fix|commit|bug|problem)\b/i.test(
        found.sentence.text,
      ) ||
      /^(?:the|this|that)\s+(?:driver|file|function|option|config|header|test)\s*$/i.test(
        found.match.groups?.['object'] ?? '',
      )
        ? null
        : asked(found),
  },
  {
    reason: 'inquiry-places-left',
    cues: [
      'student',
      'students',
      'applicant',
      'applicants',
      'applications',
      'intern',
      'interns',
      'opening',
      'openings',
      'slot',
      'slots',
      'mentor',
      'people',
      'internship',
      'role',
    ],
    type: 'inquiry',
    weight: 1,
    pattern:
      /\b(?:(?:are|is)\s+(?:you|the\s+\w+|there)\s+(?:still\s+|currently\s+)?(?:accepting|taking|looking\s+for|searching\s+for|open\s+(?:for|to))\s+(?:\w+\s+)?(?:students?|applicants?|applications?|interns?|contributors?)|(?:will|is|are)\s+there\s+(?:still\s+)?(?:be\s+)?(?:an?|any)\s+(?:\w+\s+)?(?:opening|slot|place|internship|position|role)s?\b|(?:have|got)\s+(?:you\s+)?(?:already\s+)?(?:got\s+)?(?:enough|some(?:body|one)|a)\s+(?:students?|people|interns?|applicants?|candidates?|volunteers?)?\s*(?:for|on)\s+(?:the|this|that)|(?:more\s+than\s+one|two|several|another|an?)\s+(?:students?|interns?|applicants?)\s+(?:be\s+allowed|can|could|may|to)\s+(?:to\s+)?(?:take|apply|work|do|share))/i,
    object: 'thread',
    allows: ['question', 'condition'],
    weigh: asked,
  },
  {
    reason: 'inquiry-who-does-the-stuff',
    cues: ['who', 'nobody', 'anyone', 'anybody', 'someone', 'somebody', 'noone', 'one'],
    type: 'inquiry',
    weight: 0.7,
    pattern:
      /\b(?:who(?:'s|\s+is|\s+does|\s+owns|\s+has)\s+(?:currently\s+|actually\s+|now\s+)?(?:doing|handling|driving|owning|behind|leading)?\s*(?=(?:the|this)\s+(?:\S+\s+){1,4}?(?:stuff|work|project|port|driver|conversion|effort|task|item|thing)\b)|(?:nobody|no\s?one)\s+(?:else\s+)?(?:is|has)\s+(?:been\s+)?(?:doing|working\s+on|looking\s+(?:at|into)|handling|on)\s+(?=(?:the|this)\s+(?:\S+\s+){1,4}?(?:stuff|work|project|port|driver|conversion|effort|task|item|thing)\b)|(?:any|some)(?:one|body)\s+(?:here\s+|else\s+|already\s+|by\s+chance\s+|currently\s+){0,2}(?:looking\s+(?:at|into)|writing|doing|handling|responsible\s+for|busy\s+with|considered|started|planning|preparing)\s+(?=(?:or\s|an?\s|the\s+(?:missing|port)|[^?]{0,60}\b(?:support|driver|port|integration|implementation|conversion|stuff)\b)))(?=[^?]{3,120}\?)/i,
    object: 'after',
    objectWeights: { ...FLAT, pronoun: -0.6, none: -0.6 },
    allows: ['question', 'condition', 'negation'],
    weigh: asked,
  },
  {
    reason: 'inquiry-in-a-tree',
    cues: ['queue', 'tree', 'drawer', 'pipeline', 'works', 'branch', 'way', 'sleeve'],
    type: 'inquiry',
    weight: 0.9,
    pattern:
      /\b(?:does|do|has|have|is|are|chance)\s+(?=[^?;]{2,120}\b(?:(?:in|on)\s+(?:anyone|anybody|someone|somebody|your)(?:'s|\s+else's)?\s+(?:\w+\s+)?(?:queue|tree|drawer|pipeline|branch|todo|list)|in\s+the\s+pipeline|up\s+(?:his|her|your|their|any(?:one|body)'s)\s+sleeve)\b[^?]{0,60}\?)/i,
    object: 'after',
    objectWeights: { ...FLAT, unknown: -0.6, pronoun: -1, none: -0.6, review: -2 },
    allows: ['question', 'condition'],
    weigh: asked,
  },
  {
    reason: 'inquiry-came-of-the-plan',
    cues: ['plan', 'plans', 'idea', 'effort', 'attempt', 'rewrite', 'port'],
    type: 'inquiry',
    weight: 1,
    pattern:
      /\b(?:(?:became|become|came|come|happened|happens|out)\s+(?:of|to|with)|(?:did|has|have)\s+(?:anything|something)\s+(?:ever\s+)?(?:come|happen\w*)\s+(?:out\s+)?(?:of|to|with))\s+(?:the|that|this|your|\S+'s?)\s+(?:\S+\s+)?(?:plans?|ideas?|efforts?|attempts?|rewrite|port|project)\b(?:\s+(?:to|for|of|on)(?=\s))?/i,
    object: 'after',
    objectWeights: { ...FLAT, none: 0 },
    allows: ['question', 'past', 'condition'],
    weigh: asked,
  },
  {
    reason: 'inquiry-how-far-is-it',
    cues: [
      'far',
      'coming',
      'along',
      'stand',
      'stands',
      'fate',
      'timeline',
      'eta',
      'status',
      'situation',
      'schedule',
      'expect',
    ],
    type: 'inquiry',
    weight: 0.7,
    pattern:
      /\b(?:how\s+far\s+(?:along\s+)?(?:is|are|did|has|have)|how\s+(?:is|are)\s+(?=[^?;]{2,80}\b(?:coming\s+along|going|progressing)\b)|where\s+(?:does|do|is|are)\s+(?=[^?;]{2,80}\bstand\b)|what(?:'s|\s+is)\s+the\s+(?:fate|situation|story|timeline|eta|schedule|outlook)\s+(?:of|with|for|on|around)\s|(?:is\s+there\s+)?an?y?\s+(?:eta|timeline|time\s?frame|schedule)\s+(?:for|on)\s|when\s+(?:can|could|may|should)\s+(?:we|one|I)\s+expect\s)(?=[^?]{3,140}\?)/i,
    object: 'after',
    objectWeights: { ...FLAT, unknown: -0.8, pronoun: -1.6, none: -2, review: -3, vague: -1.4 },
    allows: ['question'],
    weigh: asked,
  },
  {
    reason: 'inquiry-may-i-get-it',
    cues: [
      'apply',
      'assigned',
      'claim',
      'newcomer',
      'beginner',
      'contribute',
      'participate',
      'newbie',
      'outsider',
    ],
    type: 'inquiry',
    weight: 0.7,
    pattern:
      /\b(?:(?:can|could|may|should|would)\s+(?:I|we|one|an?\s+(?:\w+\s+)?(?:newcomer|beginner|newbie|outsider|student|intern|volunteer)s?|somebody\s+\S+|someone\s+\S+)\s+(?:still\s+(?!apply)|also\s+(?!apply)|please\s+|be\s+able\s+to\s+|be\s+allowed\s+to\s+){0,2}(?:be\s+assigned|apply|claim|get\s+assigned|do|take|pick|tackle|work\s+on|have\s+a\s+go\s+at|join|participate\s+in)|(?:do|must)\s+I\s+(?:have|need)\s+to\s+(?:be\s+assigned|apply|ask|claim)|is\s+it\s+(?:still\s+)?(?:possible|too\s+late)\s+(?:for\s+me\s+)?to\s+(?:apply|join|claim|take|participate|contribute))\b(?=[^?]{0,80}\b(?:project|task|topic|idea|ticket|internship|item|port|driver|gsoc|outreachy|role|position)\b[^?]{0,80}\?)/i,
    object: 'thread',
    allows: ['question', 'condition'],
    weigh: asked,
  },
  {
    reason: 'inquiry-in-plain-words',
    cues: ['project', 'task', 'topic', 'internship', 'contact', 'plans', 'port', 'started', 'assigned'],
    type: 'inquiry',
    weight: 0.6,
    pattern:
      /(?:^|[,;:]\s*|\b(?:so|and|hi|hello)\s+)(?:(?:can|may|could|shall)\s+I\s+(?:please\s+|still\s+)?(?:take|have|claim|do)\s+(?:the|this|that)\s+(?:\S+\s+){0,4}?(?:project|task|topic|internship|port)\b|(?:has|is|was)\s+(?:the|this|that)\s+(?:\S+\s+){0,4}?(?:project|task|topic|port|internship|conversion)(?:\s+(?:to|of|for)\s+\S+)?\s+(?:already\s+|still\s+|yet\s+)?(?:been\s+)?(?:already\s+)?(?:started|assigned|free|vacant|taken|claimed|on\s+offer)\b|(?:who|whom)\s+(?:should|do|can|may)\s+I\s+(?:contact|ask|talk\s+to|write\s+to)\s+(?:about|regarding|for|concerning)\s+the\s+(?:\S+\s+){0,4}?(?:project|task|topic|internship|port)\b|are\s+there\s+(?:still\s+)?(?:concrete\s+)?plans\s+(?:to\s+(?:support|port|implement|add|write|upstream|convert)|for\s+an?)\s)(?=[^?]{0,120}\?)/i,
    object: 'thread',
    allows: ['question'],
    weigh: asked,
  },
]
