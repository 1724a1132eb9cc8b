// Where the words about a verb's object end: punctuation, a new clause, words of time. In: the words after the verb. Out: those
// that tell the object. Refuses nothing.

const CLAUSE_END = new RegExp(
  [
    String.raw`[;:?!]|,(?=\s)|\.(?=\s|$)|\s[-–—]{1,3}\s|\s\(|(?<!\()\)`,
    String.raw`\s(?:which|who|because|so|but|since|while|when|where|whereas|if|once|until|unless|although|though|however|provided|I|we|am|lately|currently|recently|anyway|now|today|tomorrow|later|soon|here|too|instead|myself|during|along|accordingly|eventually)(?=[\s,.;:?!]|$)`,
    String.raw`\sand\s(?:I|we|it|that|this|would|will|am|have|wanted|was|then|need|see|hope|think|believe|noticed|found|wonder|ran|so|now)\b`,
    String.raw`\snext(?=[.,;!?]|$)|\sthese\s(?:last|past)\s|\s(?:leads?|led|brought|made|makes|brings)\s(?:me|us)\b|\sto\s(?:get|bring|see|push)\s(?:it|this|them)\b|\swith\s(?:\S+\s){1,3}(?:ap+roval|permission|consent|blessing|agreement)\b`,
    String.raw`\sthat\s(?:I|we|you|they|he|she|is|are|was|will|can|has|have|would|should|could|might|must|uses?|needs?|lets?|allows?|makes?|provides?)\b`,
    String.raw`\sas\s(?:I|we|part|well|it|is|a\s(?:part|first|student|start|next)|soon|suggested|mentioned|you)\b`,
    String.raw`\s(?:right\snow|these\sdays|(?:one|some)\sday|this\s(?:week|weekend|month|summer|year|morning)|at\sthe\smoment|next\s(?:week|month|year|summer)|for\s(?:a\swhile|now|some\stime|GSoC|the\s(?:last|past))|over\sthe\s(?:next|coming|last|past)|under\sthe\s(?:guidance|mentorship|GSoC)|in\s(?:parallel|the\s(?:near|meantime|meanwhile|next|coming|future|last|past)|my\s(?:spare|free)))\b`,
    String.raw`\s(?:is|are|was|were|will|would|has|have|had|can|could|should|seems?|looks?)\s`,
  ].join('|'),
  'i',
)

/** The words from the start to the end of the clause, looked for from `from` on. */
export function clauseOf(body: string, from: number): string {
  const cut = CLAUSE_END.exec(body.slice(from).replace(WHOLE, (part) => '_'.repeat(part.length)))
  return (cut ? body.slice(0, from + cut.index) : body).replace(/\s*\[\d+\]\s*$/, '').trim()
}
/** What is not cut within: a quoted name, a bracket amid the phrase ("the ring (WoM) feature"). */
const WHOLE =
  /(?<=^|\s)(?:"[^"]{1,120}"|'[^']{2,60}'(?=[\s,.)])|\([^()]{1,40}\)(?=\s+(?!(?:and|or|but|so|which|that|is|are|was|were|to|in|on|for|of|with|from|at|by|as|if|when|because|since|I|we|it|they|will|would|can|could|has|have)\b)[a-z]))/gi
