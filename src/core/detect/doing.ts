// What people do to a piece of work, for the rows that ask after others or tell of them: pattern pieces, matched with the
// flag i or in lower case. One's own work is read by grammar instead (`own-work`).

/** Adverbs and the like between subject and verb. */
export const ADVERBS = String.raw`(?:(?:[a-z]{2,12}ly|already|still|now|also|just|even|ever|yet|perhaps|maybe|indeed|both|all|soon|right\s+now|at\s+the\s+moment|these\s+days|by\s+chance|in\s+fact|meanwhile|kindly|once\s+again)\s+){0,3}`

/** "work on", "port", "take over". */
export const DO = String.raw`(?:work(?:\s+\w+){0,2}?\s+(?:on|towards?)|develop|(?:re-?)?implement|(?:re-?)?write|port|convert|upstream|mainline|prepare|rework|refactor|build|design|create|hook\s+up|bring\s+up|finish|complete|revive|continue|extend|prototype|package|mentor|tackle|handle|pursue|clean\s+up|take\s+(?:over|on|up|care\s+of|(?:it|this|that)\s+(?:on|over|up))|pick\s+(?:up|(?:it|this|that|them)\s+up)|add(?=\s+(?:support|an?|the)\s)|do(?=\s+(?:it|this|that|the|some|any|an?)\b)|look\s+(?:at|into)(?=\s))`

/** "working on", "porting", "busy with". */
export const DOING = String.raw`(?:working(?:\s+(?!on\b|at\b|with\b|in\b)\w+){0,2}?(?:\s+with\s+[^.,;?]{2,40}?)?\s+(?:on|towards?)|developing|(?:re-?)?implementing|(?:re-?)?writing|porting|converting|upstreaming|mainlining|preparing|reworking|refactoring|building|designing|creating|hooking\s+up|bringing\s+up|finishing|completing|reviving|continuing|extending|prototyping|packaging|mentoring|tackling|handling|pursuing|cleaning\s+up|(?:leading|coordinating)(?=\s+the\s)|driving(?=\s+the\s)|taking\s+(?:over|on|up|care\s+of|(?:it|this|that|them)\s+(?:on|over|up))|picking\s+(?:up|(?:it|this|that|them)\s+up)|adding(?=\s+(?:support|an?|the)\s)|doing(?=\s+(?:it|this|that|the|some|any|an?)\b)|looking\s+(?:at|into)(?=\s)|busy\s+(?:with|on|(?=\w+ing\b))|in\s+(?:charge|the\s+process)\s+of|(?:trying|planning|going|about|hoping|intending|looking)\s+to\s+(?=${DO}))`
