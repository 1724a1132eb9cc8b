// Marks of a tracker in the subject: Debian's WNPP says ITP, ITA, RFA, O and RFP (https://www.debian.org/devel/wnpp/).
// In: a message. Out: what the mark states, with the subject as evidence, or null. Refuses replies.
import type { Message } from '../model/message.ts'
import type { SignalType } from '../model/signal.ts'
import { isReply } from './context.ts'

const MARK = /^\s*(?:(?:\[[^\]]*\]|Bug#\d+:)\s*)*(ITP|ITA|ITS|RFA|O|RFP)\s*:\s+([\w.+-]{2,60})(?:\s+--|\s*$)/

const MEANING: Readonly<Record<string, SignalType>> = {
  ITP: 'claim',
  ITA: 'claim',
  ITS: 'claim',
  RFA: 'release',
  O: 'release',
  RFP: 'proposal',
}

export interface MarkStatement {
  readonly type: SignalType
  readonly reason: string
  readonly score: number
  readonly project: string
}

export function readSubjectMark(message: Message): MarkStatement | null {
  const mark = MARK.exec(message.subject)
  const type = mark ? MEANING[mark[1]!] : undefined
  if (!mark || !type || isReply(message)) return null
  return { type, reason: `${type}-subject-mark`, score: 0.9, project: mark[2]! }
}
