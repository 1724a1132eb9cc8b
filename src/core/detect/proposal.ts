// Proposals: a project nobody's catalogue has yet is offered to whoever wants it.
import type { Detector } from './detector.ts'

/** The rows of this kind; order means nothing. */
export const proposalDetectors: readonly Detector[] = [
  {
    reason: 'proposal-would-make-a-project',
    cues: ['project', 'task'],
    type: 'proposal',
    weight: 1.2,
    pattern:
      /\b(?:would|could|might)\s+(?:be|make)\s+(?:a|an)\s+(?:\S+\s+){0,2}(?:(?:gsoc|outreachy|student|intern(?:ship)?|starter|newcomer|beginner)\s+(?:project|task)|(?:interesting|good|nice|great|fun)\s+(?:project|first\s+(?:project|driver)|gsoc\s+project))\b/i,
    object: 'thread',
    weigh: (found) => (found.context.review ? -0.6 : 0),
  },
  {
    reason: 'proposal-someone-could',
    cues: ['anyone', 'someone', 'anybody', 'somebody', 'target'],
    type: 'proposal',
    weight: 0.6,
    pattern:
      /\b(?:if\s+(?:anyone|someone|anybody|somebody)\s+(?:is\s+looking\s+for\s+(?:a|something)|wants?\s+(?:a\s+(?:project|task)|to\s+(?:create|write|work\s+on)\s+(?:a|the)\s+(?:driver|port|tool)))|(?:good|nice|great)\s+target\s+for\s+(?:someone|anyone|somebody|a\s+newcomer))\b/i,
    object: 'thread',
    allows: ['condition'],
    weigh: (found) => (found.context.review ? -0.4 : 0),
  },
  {
    reason: 'proposal-project-idea',
    cues: ['project', 'gsoc'],
    type: 'proposal',
    weight: 1,
    pattern:
      /\b(?:I(?:'d|\s+would)\s+like\s+to\s+(?:propose|suggest)|here\s+is|I\s+have)\s+(?:a|an|the\s+following|another)\s+(?:new\s+)?(?:project(?:\s+idea)?|gsoc\s+(?:project|idea))\b/i,
    object: 'thread',
    weigh: (found) => (found.context.review ? -1 : 0),
  },
]
