// The answer to one mail: every command's answer below the line that asked, in one text. At most five lines are quoted
// (reliability: a mail with a forged sender must not carry a stranger's text to him). Refuses when a template is broken.

import type { AnswerPart } from './answer-parts.ts'
import { cleanLine, wrapText } from './clean-text.ts'
import { renderTemplate, type TemplateRefusal, type Templates } from './render-template.ts'

export interface AnswerFrame {
  readonly community: string
  readonly bot: { readonly name: string; readonly address: string }
  readonly operator: string
  /** Commands of the mail that were left out because it held too many. */
  readonly leftOut: number
  /** True when the asker's allowance for today ends with this answer. */
  readonly lastToday: boolean
  readonly lists: readonly { readonly id: string; readonly address: string }[]
}

export type ComposedAnswer =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly refusal: TemplateRefusal }

const WIDTH = 76
/** Answered commands a mail; with one quoted line each, never more than five quoted lines. */
export const MOST_COMMANDS = 5

export function composeAnswer(
  parts: readonly AnswerPart[],
  frame: AnswerFrame,
  templates: Templates,
): ComposedAnswer {
  const wrap = (text: string, indent = '', first = indent) => wrapText(text, WIDTH, indent, first)
  const texts: { line: string; text: string }[] = []
  for (const part of parts.slice(0, MOST_COMMANDS)) {
    const line = cleanLine(part.line, 72)
    const said = renderTemplate(templates, `answer-${part.kind}.text.eta`, {
      ...frame,
      ...part.data,
      line,
      wrap,
    })
    if (!said.ok) return said
    texts.push({ line, text: said.text.trim() })
  }
  const whole = renderTemplate(templates, 'answer.text.eta', { ...frame, parts: texts, wrap })
  return whole.ok ? { ok: true, text: `${whole.text.trim()}\n` } : whole
}
