// The cheap look before the dear one: a sentence without any of these literals says nothing a detector knows.

const GATE =
  /\bwork|develop|implement|writing|write|port(?:ing|ed)?\b|build|creat|start|begin|began|begun|tackl|taking|take |took|taken|pick|plan|intend|interest|like to|love to|want to|keen|eager|excited|happy to|happy for|glad|hop(?:e|ing) to|thinking|consider|contemplat|appl(?:y|ied)|proposal|gsoc|outreachy|any ?one|some ?one|any ?body|some ?body|news|update|status|progress|mind if|should (?:i|we)|point|wip|stopped|given up|gave up|abandon|no longer|time to|feel free|welcome to|hand |over|volunteer|agreed|already|merged|pushed|queued|committed|grabbed|went in|landed|series|done|recommend|advise|suggest|skip|postpone|scope|suitable|belong|would be|would make|target|upstream|adding|preparing|making|finish|goal|aim|radar|half|unfinished|prototype|look(?:ing)? (?:at|into)|resurrect|reviv|continu|managed|wondering|would sending|project|available|packag|rewrit|report|blog/i

export function mayStateSomething(sentence: string): boolean {
  return GATE.test(sentence)
}
